package com.dotmac.platform.domain.billing.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A pricing rule as the choice sees it.
 *
 * @param ruleId identifier of the rule
 * @param scope what it is about
 * @param details what it gives, when, and how strong it is
 */
public record PricingTerms(UUID ruleId, PricingScope scope, PricingRuleDetails details) {

  /** Whether the rule applies to a line. */
  public boolean appliesTo(PricingQuestion line) {
    boolean about =
        scope.planId() == null
            ? line.productId().equals(scope.productId())
            : scope.planId().equals(line.planId());
    return about
        && (scope.customerId() == null || scope.customerId().equals(line.customerId()))
        && line.quantity().compareTo(details.minQuantity()) >= 0
        && isEffectiveAt(line.at());
  }

  private boolean isEffectiveAt(Instant at) {
    return !at.isBefore(details.startsAt())
        && (details.endsAt() == null || at.isBefore(details.endsAt()));
  }
}
