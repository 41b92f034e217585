package com.dotmac.platform.app.tenancy;

import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.app.http.TimeZoneName;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantDetails;
import com.dotmac.platform.domain.tenancy.TenantSettings;
import com.dotmac.platform.domain.tenancy.TenantStatus;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.openapitools.jackson.nullable.JsonNullable;

/** A tenant on the wire. */
final class TenantJson {

  private TenantJson() {}

  /** What registers a tenant. */
  record Create(
      @NotNull
          @Pattern(
              regexp = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
              message =
                  "must be 1 to 63 lower-case letters, digits and hyphens, no hyphen at either end")
          String slug,
      @NotBlank @Size(max = 255) String name,
      @NotNull @TimeZoneName String timeZone,
      @NotNull @CurrencyCode String defaultCurrency) {

    TenantDetails details() {
      return new TenantDetails(
          slug, name, ZoneId.of(timeZone), Currency.getInstance(defaultCurrency));
    }
  }

  /** What changes a tenant: a field left out stays; none can be removed. */
  record Change(
      JsonNullable<@NotBlank @Size(max = 255) String> name,
      JsonNullable<@NotNull @TimeZoneName String> timeZone,
      JsonNullable<@NotNull @CurrencyCode String> defaultCurrency) {

    TenantSettings appliedTo(TenantSettings present) {
      return new TenantSettings(
          Patch.required(name, present.name()),
          ZoneId.of(Patch.required(timeZone, present.timeZone().getId())),
          Currency.getInstance(
              Patch.required(defaultCurrency, present.defaultCurrency().getCurrencyCode())));
    }
  }

  /** Why a tenant is suspended. */
  record Suspend(@NotBlank @Size(max = 500) String reason) {}

  /** A tenant as it sees itself, and as the platform sees it. */
  record View(
      UUID id,
      String slug,
      String name,
      TenantStatus status,
      String timeZone,
      String defaultCurrency,
      boolean platform,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Tenant tenant) {
      return new View(
          tenant.id(),
          tenant.slug(),
          tenant.name(),
          tenant.status(),
          tenant.timeZone().getId(),
          tenant.defaultCurrency().getCurrencyCode(),
          tenant.isPlatform(),
          tenant.createdAt(),
          tenant.updatedAt());
    }
  }
}
