package com.dotmac.platform.app.partners;

import com.dotmac.platform.app.http.CountryCode;
import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.app.http.Rate;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.partners.CommissionModel;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerDetails;
import com.dotmac.platform.domain.partners.PartnerStatus;
import com.dotmac.platform.domain.partners.PartnerTier;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A partner on the wire. */
final class PartnerJson {

  private static final String HTTP = "https?://.+";
  private static final String PHONE = "[0-9+][0-9+ -]*";
  private static final String METADATA_KEY = "[A-Za-z0-9_.-]{1,40}";

  private PartnerJson() {}

  /** What creates a partner. Left out: tier bronze, model revenue_share, everything else none. */
  record Create(
      @NotBlank @Size(max = 255) String companyName,
      @Nullable @Size(min = 1, max = 255) String legalName,
      @Nullable @URL(regexp = HTTP) @Size(max = 255) String website,
      @Nullable PartnerTier tier,
      @Nullable CommissionModel commissionModel,
      @Nullable @Rate BigDecimal defaultCommissionRate,
      @NotBlank @Email @Size(max = 254) String primaryEmail,
      @Nullable @Size(min = 1, max = 254) @Email String billingEmail,
      @Nullable @Pattern(regexp = PHONE) @Size(max = 30) String phone,
      @Nullable @CountryCode String country,
      @Nullable @Size(min = 1, max = 100) String externalId,
      @Nullable @Size(max = 50)
          Map<@Pattern(regexp = METADATA_KEY) String, @NotNull @Size(max = 500) String> metadata) {

    PartnerDetails details() {
      return new PartnerDetails(
          companyName,
          legalName,
          website,
          Objects.requireNonNullElse(tier, PartnerTier.BRONZE),
          Objects.requireNonNullElse(commissionModel, CommissionModel.REVENUE_SHARE),
          defaultCommissionRate,
          primaryEmail,
          billingEmail,
          phone,
          country,
          externalId,
          metadata == null ? Map.of() : metadata);
    }
  }

  /**
   * What changes a partner: a field left out stays, {@code null} removes it where it may be
   * missing.
   */
  record Change(
      JsonNullable<@NotBlank @Size(max = 255) String> companyName,
      JsonNullable<@Size(min = 1, max = 255) String> legalName,
      JsonNullable<@URL(regexp = HTTP) @Size(max = 255) String> website,
      JsonNullable<@NotNull PartnerTier> tier,
      JsonNullable<@NotNull CommissionModel> commissionModel,
      JsonNullable<@Rate BigDecimal> defaultCommissionRate,
      JsonNullable<@NotBlank @Email @Size(max = 254) String> primaryEmail,
      JsonNullable<@Size(min = 1, max = 254) @Email String> billingEmail,
      JsonNullable<@Pattern(regexp = PHONE) @Size(max = 30) String> phone,
      JsonNullable<@CountryCode String> country,
      JsonNullable<@Size(min = 1, max = 100) String> externalId,
      JsonNullable<
              @NotNull @Size(max = 50) Map<
                  @Pattern(regexp = METADATA_KEY) String, @NotNull @Size(max = 500) String>>
          metadata) {

    PartnerDetails appliedTo(PartnerDetails present) {
      return new PartnerDetails(
          Patch.required(companyName, present.companyName()),
          Patch.of(legalName, present.legalName()),
          Patch.of(website, present.website()),
          Patch.required(tier, present.tier()),
          Patch.required(commissionModel, present.commissionModel()),
          Patch.of(defaultCommissionRate, present.defaultCommissionRate()),
          Patch.required(primaryEmail, present.primaryEmail()),
          Patch.of(billingEmail, present.billingEmail()),
          Patch.of(phone, present.phone()),
          Patch.of(country, present.country()),
          Patch.of(externalId, present.externalId()),
          Patch.required(metadata, present.metadata()));
    }
  }

  /** Why a step is taken; kept in the audit trail. */
  record Step(@Nullable @Size(min = 1, max = 500) String reason) {}

  /** A partner as callers see him. */
  record View(
      UUID id,
      String number,
      PartnerStatus status,
      String companyName,
      @Nullable String legalName,
      @Nullable String website,
      PartnerTier tier,
      CommissionModel commissionModel,
      @Nullable String defaultCommissionRate,
      String primaryEmail,
      @Nullable String billingEmail,
      @Nullable String phone,
      @Nullable String country,
      @Nullable String externalId,
      Map<String, String> metadata,
      @Nullable Instant tierPinnedAt,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Partner partner) {
      PartnerDetails details = partner.details();
      return new View(
          partner.id(),
          partner.number(),
          partner.status(),
          details.companyName(),
          details.legalName(),
          details.website(),
          details.tier(),
          details.commissionModel(),
          RateJson.text(details.defaultCommissionRate()),
          details.primaryEmail(),
          details.billingEmail(),
          details.phone(),
          details.country(),
          details.externalId(),
          details.metadata(),
          partner.tierPinnedAt(),
          partner.createdAt(),
          partner.updatedAt());
    }
  }
}
