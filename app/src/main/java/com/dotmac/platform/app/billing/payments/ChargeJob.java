package com.dotmac.platform.app.billing.payments;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/**
 * A payment whose money a provider is to be asked for.
 *
 * @param tenantId its tenant
 * @param paymentId the payment
 */
record ChargeJob(UUID tenantId, UUID paymentId) {

  /** The kind of work. */
  static final TaskDescriptor<ChargeJob> KIND =
      TaskDescriptor.of("charge-payment", ChargeJob.class);
}
