package com.dotmac.platform.app.billing.subscriptions;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.billing.subscriptions.RenewalService;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;

/**
 * Does what is to be done when a period of a subscription ends. The end of the next one is planned
 * in the same transaction, so there is always exactly one to come; a piece that is done twice does
 * nothing the second time.
 *
 * @param renewals the door
 * @param unitsOfWork where its verbs run
 * @param clock tells the instant
 */
record RenewalWorker(RenewalService renewals, UnitsOfWork unitsOfWork, Clock clock) {

  private static final Actor ACTOR = Actor.system("subscription-periods");

  /** After a failure, such as a database that is away. */
  private static final Duration AFTER_A_SURPRISE = Duration.ofMinutes(1);

  /** The kind of work that it does. */
  Task<RenewalJob> task() {
    return Tasks.custom(RenewalJob.KIND)
        .onFailure(new OnFailureRetryLater<>(AFTER_A_SURPRISE))
        .onDeadExecution((dead, operations) -> operations.reschedule(dead, clock.instant()))
        .execute(
            (piece, context) -> {
              work(piece.getData());
              return new OnCompleteRemove<>();
            });
  }

  private void work(RenewalJob job) {
    TenantScope scope = new TenantScope(job.tenantId());
    unitsOfWork.in(
        scope,
        () -> {
          renewals.endPeriod(
              new CallContext(scope, ACTOR, clock.instant(), null, null),
              job.subscriptionId(),
              job.periodEnd());
          return job;
        });
  }
}
