package com.dotmac.platform.app.identity;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/**
 * That somebody who did not sign in asked for a new password. Written for whoever is asked for, and
 * looked into later.
 *
 * @param tenantId the tenant
 * @param userId the person; nobody's identifier where the address is nobody's
 */
record ResetRequest(UUID tenantId, UUID userId) {

  /** The kind of work. */
  static final TaskDescriptor<ResetRequest> KIND =
      TaskDescriptor.of("mail-password-reset", ResetRequest.class);
}
