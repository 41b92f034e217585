package com.dotmac.platform.app.billing.subscriptions;

import com.dotmac.platform.domain.billing.subscriptions.RenewalService;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionParts;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionService;

/**
 * The doors to subscriptions, put together once.
 *
 * @param subscriptions what is asked for
 * @param renewals what happens without anybody asking
 */
public record SubscriptionDoors(SubscriptionService subscriptions, RenewalService renewals) {

  /** Doors that stand on these parts. */
  public static SubscriptionDoors of(SubscriptionParts parts) {
    return new SubscriptionDoors(new SubscriptionService(parts), new RenewalService(parts));
  }
}
