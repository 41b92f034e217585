package com.dotmac.platform.app.partners.exports;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes exports in the background, and drops their files when their time is over: the same piece of
 * work, planned anew. One that an instance died over is begun again by another.
 *
 * @param run does what is due
 * @param clock tells the instant
 */
record ExportWorker(ExportRun run, Clock clock) {

  /** After a failure that is nobody's, such as a database that is away. */
  private static final Duration AFTER_A_SURPRISE = Duration.ofMinutes(1);

  /** The kind of work that it does. */
  Task<ExportJob> task() {
    return Tasks.custom(ExportJob.KIND)
        .onFailure(new OnFailureRetryLater<>(AFTER_A_SURPRISE))
        .onDeadExecution((dead, operations) -> operations.reschedule(dead, clock.instant()))
        .execute(
            (piece, context) ->
                run.of(new TenantScope(piece.getData().tenantId()), piece.getData().exportId())
                    .<CompletionHandler<ExportJob>>map(
                        at -> (done, operations) -> operations.reschedule(done, at))
                    .orElseGet(OnCompleteRemove::new));
  }
}
