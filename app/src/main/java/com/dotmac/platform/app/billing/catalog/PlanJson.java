package com.dotmac.platform.app.billing.catalog;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.billing.catalog.BillingCycle;
import com.dotmac.platform.domain.billing.catalog.CatalogStatus;
import com.dotmac.platform.domain.billing.catalog.Plan;
import com.dotmac.platform.domain.billing.catalog.PlanDetails;
import com.dotmac.platform.domain.billing.catalog.PlanPricing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A plan on the wire. */
final class PlanJson {

  private PlanJson() {}

  /** What creates a plan. Product, code, price and cycle are fixed from then on. */
  record Create(
      @NotNull UUID productId,
      @NotNull @Pattern(regexp = CodeForm.REGEXP, message = CodeForm.MESSAGE) String code,
      @NotBlank @Size(max = 255) String name,
      @NotNull @Valid MoneyJson unitAmount,
      @NotNull BillingCycle cycle,
      @Nullable @Min(0) @Max(PlanDetails.MOST_TRIAL_DAYS) Integer trialDays) {

    PlanPricing pricing() {
      return new PlanPricing(productId, code, unitAmount.money(), cycle);
    }

    PlanDetails details() {
      return new PlanDetails(name, Objects.requireNonNullElse(trialDays, 0));
    }
  }

  /** What changes a plan: a field left out stays. Everything else of it stays as it is. */
  record Change(
      JsonNullable<@NotBlank @Size(max = 255) String> name,
      JsonNullable<@NotNull @Min(0) @Max(PlanDetails.MOST_TRIAL_DAYS) Integer> trialDays) {

    PlanDetails appliedTo(PlanDetails present) {
      return new PlanDetails(
          Patch.required(name, present.name()), Patch.required(trialDays, present.trialDays()));
    }
  }

  /** A plan as callers see it. */
  record View(
      UUID id,
      UUID productId,
      String code,
      CatalogStatus status,
      String name,
      MoneyJson unitAmount,
      BillingCycle cycle,
      int trialDays,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Plan plan) {
      PlanPricing pricing = plan.pricing();
      return new View(
          plan.id(),
          pricing.productId(),
          pricing.code(),
          plan.status(),
          plan.details().name(),
          MoneyJson.of(pricing.unitAmount()),
          pricing.cycle(),
          plan.details().trialDays(),
          plan.createdAt(),
          plan.updatedAt());
    }
  }
}
