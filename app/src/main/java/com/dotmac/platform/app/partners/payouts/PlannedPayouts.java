package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.partners.payouts.PayoutDispatch;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/**
 * Plans the questions to providers in the transaction of their cause.
 *
 * @param jobs where work is planned
 */
public record PlannedPayouts(Jobs jobs) implements PayoutDispatch {

  @Override
  public void ask(TenantScope scope, UUID payoutId, Instant at) {
    jobs.plan(PayoutJob.KIND, new PayoutJob(scope.tenantId(), payoutId), at);
  }
}
