package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.billing.payments.ProviderDispatch;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/**
 * Plans the questions to providers in the transaction of their cause.
 *
 * @param jobs where work is planned
 */
record PlannedQuestions(Jobs jobs) implements ProviderDispatch {

  @Override
  public void charge(TenantScope scope, UUID paymentId, Instant at) {
    jobs.plan(ChargeJob.KIND, new ChargeJob(scope.tenantId(), paymentId), at);
  }

  @Override
  public void refund(TenantScope scope, UUID paymentId, UUID refundId, Instant at) {
    jobs.plan(RefundJob.KIND, new RefundJob(scope.tenantId(), paymentId, refundId), at);
  }
}
