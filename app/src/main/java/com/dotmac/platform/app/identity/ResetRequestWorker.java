package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.links.LinkService;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Looks who it is that a new password was asked for, and writes the mail if there is somebody. Done
 * after the request, so that the request is the same for everybody.
 *
 * @param links the door
 * @param unitsOfWork where its verb runs
 * @param clock tells the instant of the mail
 */
record ResetRequestWorker(LinkService links, UnitsOfWork unitsOfWork, Clock clock) {

  /** After a failure, such as a database that is away or a missing key. */
  private static final Duration AFTER_A_SURPRISE = Duration.ofMinutes(1);

  /** The kind of work that it does. */
  Task<ResetRequest> task() {
    return Tasks.custom(ResetRequest.KIND)
        .onFailure(new OnFailureRetryLater<>(AFTER_A_SURPRISE))
        .onDeadExecution((dead, operations) -> operations.reschedule(dead, clock.instant()))
        .execute(
            (piece, context) -> {
              work(piece);
              return new OnCompleteRemove<>();
            });
  }

  private void work(TaskInstance<ResetRequest> piece) {
    ResetRequest request = piece.getData();
    TenantScope scope = new TenantScope(request.tenantId());
    Instant askedAt = Identifiers.instantOf(UUID.fromString(piece.getId()));
    unitsOfWork.in(
        scope, () -> links.answerResetRequest(scope, request.userId(), askedAt, clock.instant()));
  }
}
