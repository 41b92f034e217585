package com.dotmac.platform.app.billing.payments;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/**
 * A refund that a provider is to be asked for.
 *
 * @param tenantId its tenant
 * @param paymentId the payment
 * @param refundId the refund
 */
record RefundJob(UUID tenantId, UUID paymentId, UUID refundId) {

  /** The kind of work. */
  static final TaskDescriptor<RefundJob> KIND =
      TaskDescriptor.of("refund-payment", RefundJob.class);
}
