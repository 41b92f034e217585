package com.dotmac.platform.domain.partners.commissions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a fact of billing, as far as it is about what an invoice is worth.
 *
 * @param eventId the fact
 * @param part which part of it, from 0
 * @param invoiceId the invoice
 * @param allocationId the money that it is about; {@code null}: none
 * @param applicationId the credit that it is about; {@code null}: none
 * @param kind what happened
 * @param cause the same for people
 * @param amount what changed, in minor units: less than nothing where something went away
 * @param occurredAt when the fact happened
 */
record Intake(
    UUID eventId,
    int part,
    UUID invoiceId,
    @Nullable UUID allocationId,
    @Nullable UUID applicationId,
    IntakeKind kind,
    CommissionCause cause,
    long amount,
    Instant occurredAt) {

  /** The money or credit that it is about; {@code null}: neither. */
  @Nullable UUID receiptId() {
    return allocationId == null ? applicationId : allocationId;
  }
}
