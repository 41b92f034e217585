package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.PositiveMoney;
import com.dotmac.platform.domain.billing.payments.Decline;
import com.dotmac.platform.domain.billing.payments.NoticeKind;
import com.dotmac.platform.domain.billing.payments.ProviderNotice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a provider tells of a payment by itself, on the wire. */
final class PaymentNoticeJson {

  private PaymentNoticeJson() {}

  /**
   * A notice.
   *
   * @param kind what happened
   * @param providerName what the provider calls the charge, the refund or the dispute
   * @param refundId the refund, where it is about one
   * @param amount what is disputed; left out: all that did not go back yet
   * @param failureCode why something was not done, in the provider's code
   * @param failureReason why something was not done, for people
   * @param occurredAt when it happened; left out: now
   */
  record Create(
      @NotNull NoticeKind kind,
      @Nullable @Size(min = 1, max = 255) String providerName,
      @Nullable UUID refundId,
      @Nullable @Valid @PositiveMoney MoneyJson amount,
      @Nullable @Size(min = 1, max = 100) String failureCode,
      @Nullable @Size(min = 1, max = 500) String failureReason,
      @Nullable Instant occurredAt) {

    ProviderNotice notice() {
      return new ProviderNotice(
          kind,
          providerName,
          refundId,
          amount == null ? null : amount.money(),
          failureCode == null
              ? null
              : new Decline(failureCode, failureReason == null ? failureCode : failureReason),
          occurredAt);
    }
  }
}
