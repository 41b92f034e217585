package com.dotmac.platform.domain.partners.commissions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of commission that is about to be written.
 *
 * @param id of the line
 * @param terms by what it was earned
 * @param intake the fact that it follows from
 * @param kind accrual or reversal
 * @param reversesId what it takes back; {@code null}: nothing
 * @param base what the base changed by, in minor units
 * @param rate of the whole base; {@code null}: there is none
 * @param amount in minor units
 * @param standing how far it is on its way
 */
record LineDraft(
    UUID id,
    TermsRow terms,
    Intake intake,
    CommissionKind kind,
    @Nullable UUID reversesId,
    long base,
    @Nullable BigDecimal rate,
    long amount,
    OpenLine.Standing standing) {

  String status() {
    return (standing.pending() ? CommissionStatus.PENDING : CommissionStatus.APPROVED).code();
  }

  @Nullable Instant approvedAt(Instant now) {
    return standing.pending() ? null : now;
  }
}
