package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/** Sees to it that somebody looks at a subscription when its period ends. */
@FunctionalInterface
public interface SubscriptionDispatch {

  /**
   * Plans the look in the current transaction.
   *
   * @param scope whose subscription
   * @param subscriptionId the subscription
   * @param periodEnd end of the period, and not before it
   */
  void dispatch(TenantScope scope, UUID subscriptionId, Instant periodEnd);
}
