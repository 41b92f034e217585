package com.dotmac.platform.app.billing.catalog;

import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.app.http.Quantity;
import com.dotmac.platform.app.http.Rate;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.billing.catalog.CatalogStatus;
import com.dotmac.platform.domain.billing.catalog.PricingRule;
import com.dotmac.platform.domain.billing.catalog.PricingRuleDetails;
import com.dotmac.platform.domain.billing.catalog.PricingScope;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A pricing rule on the wire. */
final class PricingRuleJson {

  private static final int LOWEST = -1000;
  private static final int HIGHEST = 1000;

  private PricingRuleJson() {}

  /**
   * What creates a rule, about either a product or a plan. Without {@code startsAt} it applies from
   * now on, without {@code endsAt} for ever, without {@code minQuantity} to all lines; a priority
   * that is left out is 0.
   */
  record Create(
      @Nullable UUID productId,
      @Nullable UUID planId,
      @Nullable UUID customerId,
      @NotBlank @Size(max = 255) String name,
      @Nullable @Quantity BigDecimal minQuantity,
      @NotNull @Rate BigDecimal discountRate,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable @Min(LOWEST) @Max(HIGHEST) Integer priority) {

    PricingScope about() {
      return new PricingScope(productId, planId, customerId);
    }

    PricingRuleDetails details(Instant now) {
      return new PricingRuleDetails(
          name,
          Objects.requireNonNullElse(minQuantity, BigDecimal.ZERO),
          discountRate,
          Objects.requireNonNullElse(startsAt, now),
          endsAt,
          Objects.requireNonNullElse(priority, 0));
    }
  }

  /**
   * What changes a rule, for lines that are priced from now on: a field left out stays, {@code
   * null} removes it where it may be missing. What the rule is about stays as it is.
   */
  record Change(
      JsonNullable<@NotBlank @Size(max = 255) String> name,
      JsonNullable<@Quantity BigDecimal> minQuantity,
      JsonNullable<@NotNull @Rate BigDecimal> discountRate,
      JsonNullable<@NotNull Instant> startsAt,
      JsonNullable<Instant> endsAt,
      JsonNullable<@NotNull @Min(LOWEST) @Max(HIGHEST) Integer> priority) {

    PricingRuleDetails appliedTo(PricingRuleDetails present) {
      return new PricingRuleDetails(
          Patch.required(name, present.name()),
          Objects.requireNonNullElse(Patch.of(minQuantity, present.minQuantity()), BigDecimal.ZERO),
          Patch.required(discountRate, present.discountRate()),
          Patch.required(startsAt, present.startsAt()),
          Patch.of(endsAt, present.endsAt()),
          Patch.required(priority, present.priority()));
    }
  }

  /** A rule as callers see it. */
  record View(
      UUID id,
      @Nullable UUID productId,
      @Nullable UUID planId,
      @Nullable UUID customerId,
      CatalogStatus status,
      String name,
      @Nullable String minQuantity,
      String discountRate,
      Instant startsAt,
      @Nullable Instant endsAt,
      int priority,
      Instant createdAt,
      Instant updatedAt) {

    static View of(PricingRule rule) {
      PricingScope about = rule.about();
      PricingRuleDetails details = rule.details();
      return new View(
          rule.id(),
          about.productId(),
          about.planId(),
          about.customerId(),
          rule.status(),
          details.name(),
          details.minQuantity().signum() == 0 ? null : RateJson.text(details.minQuantity()),
          Objects.requireNonNull(RateJson.text(details.discountRate())),
          details.startsAt(),
          details.endsAt(),
          details.priority(),
          rule.createdAt(),
          rule.updatedAt());
    }
  }
}
