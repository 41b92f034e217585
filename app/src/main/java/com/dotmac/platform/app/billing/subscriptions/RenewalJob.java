package com.dotmac.platform.app.billing.subscriptions;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;

/**
 * The end of a period of a subscription.
 *
 * @param tenantId its tenant
 * @param subscriptionId the subscription
 * @param periodEnd the end
 */
record RenewalJob(UUID tenantId, UUID subscriptionId, Instant periodEnd) {

  /** The kind of work. */
  static final TaskDescriptor<RenewalJob> KIND =
      TaskDescriptor.of("end-subscription-period", RenewalJob.class);
}
