package com.dotmac.platform.app.billing.events;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/**
 * Facts of a tenant that a consumer is to be told.
 *
 * @param tenantId whose facts
 * @param consumer name of the consumer
 */
record TellingJob(UUID tenantId, String consumer) {

  /** The kind of work. */
  static final TaskDescriptor<TellingJob> KIND =
      TaskDescriptor.of("tell-billing-events", TellingJob.class);
}
