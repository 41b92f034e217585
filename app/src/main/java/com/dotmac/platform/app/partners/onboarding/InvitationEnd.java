package com.dotmac.platform.app.partners.onboarding;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/**
 * That the time of an invitation is over.
 *
 * @param tenantId the tenant
 * @param invitationId the invitation
 */
public record InvitationEnd(UUID tenantId, UUID invitationId) {

  /** The kind of work. */
  public static final TaskDescriptor<InvitationEnd> KIND =
      TaskDescriptor.of("expire-partner-invitation", InvitationEnd.class);
}
