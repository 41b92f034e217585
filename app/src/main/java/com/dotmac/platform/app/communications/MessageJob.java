package com.dotmac.platform.app.communications;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/**
 * One message to be sent.
 *
 * @param tenantId its tenant
 * @param messageId the message
 */
record MessageJob(UUID tenantId, UUID messageId) {

  /** The kind of work. */
  static final TaskDescriptor<MessageJob> KIND =
      TaskDescriptor.of("send-message", MessageJob.class);
}
