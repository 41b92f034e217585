package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.PositiveMoney;
import com.dotmac.platform.domain.billing.payments.DisputeStatus;
import com.dotmac.platform.domain.billing.payments.PaymentDispute;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money that the payer's bank takes back, on the wire. */
final class PaymentDisputeJson {

  private PaymentDisputeJson() {}

  /**
   * What notes a dispute.
   *
   * @param amount how much is held; left out: all that did not go back yet
   * @param providerDisputeId what the provider calls it
   * @param reason why, in the words of the bank
   */
  record Create(
      @Nullable @Valid @PositiveMoney MoneyJson amount,
      @Nullable @Size(min = 1, max = 255) String providerDisputeId,
      @Nullable @Size(min = 1, max = 500) String reason) {}

  /** A dispute as callers see it. */
  record View(
      UUID id,
      UUID paymentId,
      DisputeStatus status,
      MoneyJson amount,
      MoneyJson unallocated,
      @Nullable String providerDisputeId,
      @Nullable String reason,
      Instant openedAt,
      @Nullable Instant closedAt) {

    static View of(PaymentDispute dispute) {
      return new View(
          dispute.id(),
          dispute.paymentId(),
          dispute.status(),
          MoneyJson.of(dispute.amount()),
          MoneyJson.of(dispute.unallocated()),
          dispute.providerDisputeId(),
          dispute.reason(),
          dispute.openedAt(),
          dispute.closedAt());
    }
  }
}
