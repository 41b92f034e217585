package com.dotmac.platform.app.billing.subscriptions;

import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionDispatch;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/**
 * Plans the end of a period in the transaction that began it.
 *
 * @param jobs where work is planned
 */
public record PlannedRenewal(Jobs jobs) implements SubscriptionDispatch {

  @Override
  public void dispatch(TenantScope scope, UUID subscriptionId, Instant periodEnd) {
    jobs.plan(
        RenewalJob.KIND, new RenewalJob(scope.tenantId(), subscriptionId, periodEnd), periodEnd);
  }
}
