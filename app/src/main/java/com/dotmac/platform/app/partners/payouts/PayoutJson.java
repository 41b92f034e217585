package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.domain.billing.payments.Decline;
import com.dotmac.platform.domain.partners.payouts.Payout;
import com.dotmac.platform.domain.partners.payouts.PayoutLine;
import com.dotmac.platform.domain.partners.payouts.PayoutStatus;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payout on the wire. */
final class PayoutJson {

  private PayoutJson() {}

  /**
   * What says that the money reached the partner.
   *
   * @param reference what the bank calls the transfer
   * @param completedAt when it did; left out: now
   */
  record Complete(
      @Nullable @Size(min = 1, max = 255) String reference, @Nullable Instant completedAt) {}

  /**
   * What says that the money did not reach the partner, or came back.
   *
   * @param failureCode why, for programs; left out: {@code failed}
   * @param reason why, for people
   */
  record Fail(
      @Nullable @Size(min = 1, max = 100) String failureCode,
      @NotBlank @Size(max = 500) String reason) {

    Decline decline() {
      return new Decline(failureCode == null ? "failed" : failureCode, reason);
    }
  }

  /**
   * A line of commission that a payout was made of.
   *
   * @param id identifier
   * @param commissionEventId the line
   * @param amount what it adds; negative: was lost
   */
  record LineView(UUID id, UUID commissionEventId, MoneyJson amount) {

    static LineView of(PayoutLine line) {
      return new LineView(line.id(), line.commissionEventId(), MoneyJson.of(line.amount()));
    }
  }

  /** A payout as it is shown. */
  record View(
      UUID id,
      UUID batchId,
      UUID partnerId,
      MoneyJson amount,
      PayoutStatus status,
      int attempts,
      @Nullable UUID payeeAccountId,
      @Nullable String providerPayoutId,
      @Nullable String failureCode,
      @Nullable String failureReason,
      @Nullable Instant sentAt,
      @Nullable Instant completedAt,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Payout payout) {
      return new View(
          payout.id(),
          payout.batchId(),
          payout.partnerId(),
          MoneyJson.of(payout.amount()),
          payout.status(),
          payout.attempts(),
          payout.payeeAccountId(),
          payout.providerPayoutId(),
          payout.failureCode(),
          payout.failureReason(),
          payout.sentAt(),
          payout.completedAt(),
          payout.createdAt(),
          payout.updatedAt());
    }
  }
}
