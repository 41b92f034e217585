package com.dotmac.platform.domain.billing.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a pricing rule is about, for ever: either a product with all its plans, or one plan.
 *
 * @param productId the product; {@code null}: the rule is about a plan
 * @param planId the plan; {@code null}: the rule is about a product
 * @param customerId the only customer whom it is for; {@code null}: all
 */
public record PricingScope(
    @Nullable UUID productId, @Nullable UUID planId, @Nullable UUID customerId) {

  /**
   * Refuses both and neither.
   *
   * @throws PricingRuleException.ScopeUnclear unless there is either a product or a plan
   */
  public PricingScope {
    if ((productId == null) == (planId == null)) {
      throw new PricingRuleException.ScopeUnclear();
    }
  }
}
