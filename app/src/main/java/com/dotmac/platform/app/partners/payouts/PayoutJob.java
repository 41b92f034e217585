package com.dotmac.platform.app.partners.payouts;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/**
 * A payout that a provider is to be asked for, or about.
 *
 * @param tenantId its tenant
 * @param payoutId the payout
 */
record PayoutJob(UUID tenantId, UUID payoutId) {

  /** The kind of work. */
  static final TaskDescriptor<PayoutJob> KIND = TaskDescriptor.of("pay-partner", PayoutJob.class);
}
