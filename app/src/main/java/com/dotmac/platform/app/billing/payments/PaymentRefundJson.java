package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.PositiveMoney;
import com.dotmac.platform.domain.billing.payments.PaymentRefund;
import com.dotmac.platform.domain.billing.payments.RefundStatus;
import com.dotmac.platform.domain.billing.payments.WantedRefund;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money that goes back, on the wire. */
final class PaymentRefundJson {

  private PaymentRefundJson() {}

  /**
   * An allocation that money is taken back from.
   *
   * @param allocationId the allocation
   * @param amount how much; left out: all that is left of it
   */
  record Wanted(@NotNull UUID allocationId, @Nullable @Valid @PositiveMoney MoneyJson amount) {

    private WantedRefund wanted() {
      return new WantedRefund(allocationId, amount == null ? null : amount.money());
    }
  }

  /**
   * What sends money back.
   *
   * @param amount how much, taken from what is left of the payment, then from what it paid last;
   *     left out, with allocations: what they say; without: all that did not go back yet
   * @param allocations from which allocations
   * @param reason why, for the audit trail
   */
  record Create(
      @Nullable @Valid @PositiveMoney MoneyJson amount,
      @Nullable @Size(min = 1, max = 100) List<@NotNull @Valid Wanted> allocations,
      @Nullable @Size(min = 1, max = 500) String reason) {

    @Nullable List<WantedRefund> wanted() {
      return allocations == null ? null : allocations.stream().map(Wanted::wanted).toList();
    }
  }

  /** A refund as callers see it. */
  record View(
      UUID id,
      UUID paymentId,
      RefundStatus status,
      MoneyJson amount,
      MoneyJson unallocated,
      @Nullable String reason,
      @Nullable String providerRefundId,
      @Nullable String failureCode,
      @Nullable String failureReason,
      Instant createdAt,
      @Nullable Instant settledAt) {

    static View of(PaymentRefund refund) {
      return new View(
          refund.id(),
          refund.paymentId(),
          refund.status(),
          MoneyJson.of(refund.amount()),
          MoneyJson.of(refund.unallocated()),
          refund.reason(),
          refund.providerRefundId(),
          refund.failureCode(),
          refund.failureReason(),
          refund.createdAt(),
          refund.settledAt());
    }
  }
}
