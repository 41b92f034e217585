package com.dotmac.platform.app.partners.onboarding;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitationService;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;

/**
 * Notes that the time of an invitation is over. One that was mailed anew meanwhile has a later end,
 * and a piece of work of its own.
 *
 * @param invitations the door
 * @param unitsOfWork where its verb runs
 * @param clock tells the instant
 */
record InvitationEndWorker(
    PartnerInvitationService invitations, UnitsOfWork unitsOfWork, Clock clock) {

  /** After a failure, such as a database that is away. */
  private static final Duration AFTER_A_SURPRISE = Duration.ofMinutes(1);

  /** The kind of work that it does. */
  Task<InvitationEnd> task() {
    return Tasks.custom(InvitationEnd.KIND)
        .onFailure(new OnFailureRetryLater<>(AFTER_A_SURPRISE))
        .onDeadExecution((dead, operations) -> operations.reschedule(dead, clock.instant()))
        .execute(
            (piece, context) -> {
              expire(piece.getData());
              return new OnCompleteRemove<>();
            });
  }

  private void expire(InvitationEnd end) {
    TenantScope scope = new TenantScope(end.tenantId());
    unitsOfWork.in(scope, () -> invitations.expire(scope, end.invitationId(), clock.instant()));
  }
}
