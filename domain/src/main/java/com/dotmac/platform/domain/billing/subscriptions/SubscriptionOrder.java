package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.catalog.Quantity;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a customer subscribes to.
 *
 * @param customerId who is billed
 * @param planId at which price
 * @param quantity how many of it, more than 0, with at most six decimals
 */
public record SubscriptionOrder(UUID customerId, UUID planId, BigDecimal quantity) {

  /** Puts the quantity in the form in which it is stored and compared. */
  public SubscriptionOrder {
    quantity = Quantity.normalise(quantity);
  }
}
