package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.Money;
import java.util.UUID;

/**
 * What a plan is for ever: subscriptions stand on it, so a change of it would change what people
 * have agreed to. Another price is another plan.
 *
 * @param productId what is sold
 * @param code what systems call the plan: lower-case letters, digits, {@code .}, {@code _} and
 *     {@code -}, at most 50, unique among the tenant's plans
 * @param unitAmount price of one for a whole cycle, before discount and tax; not negative, and 0 is
 *     a price
 * @param cycle how long the period is that the price is for
 */
public record PlanPricing(UUID productId, String code, Money unitAmount, BillingCycle cycle) {

  /** Refuses a price below nothing. */
  public PlanPricing {
    if (unitAmount.isNegative()) {
      throw new PlanException.PriceNegative();
    }
  }
}
