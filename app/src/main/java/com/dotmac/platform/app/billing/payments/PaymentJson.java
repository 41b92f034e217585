package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.PositiveMoney;
import com.dotmac.platform.domain.billing.payments.Payment;
import com.dotmac.platform.domain.billing.payments.PaymentAllocation;
import com.dotmac.platform.domain.billing.payments.PaymentDraft;
import com.dotmac.platform.domain.billing.payments.PaymentKind;
import com.dotmac.platform.domain.billing.payments.PaymentStatus;
import com.dotmac.platform.domain.billing.payments.WantedAllocation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment on the wire. */
final class PaymentJson {

  private PaymentJson() {}

  /**
   * An invoice that money is meant for.
   *
   * @param invoiceId the invoice
   * @param amount how much; left out: what the invoice owes, as far as the money goes
   */
  record Wanted(@NotNull UUID invoiceId, @Nullable @Valid @PositiveMoney MoneyJson amount) {

    private WantedAllocation wanted() {
      return new WantedAllocation(invoiceId, amount == null ? null : amount.money());
    }

    static @Nullable List<WantedAllocation> all(@Nullable List<Wanted> wanted) {
      return wanted == null ? null : wanted.stream().map(Wanted::wanted).toList();
    }
  }

  /**
   * What takes a payment.
   *
   * @param customerId who pays
   * @param amount how much
   * @param kind by what means, for money that people record; else the payment method says it
   * @param paymentMethodId the customer's method; a provider draws the money if it is one of his
   * @param receivedAt when the money came, for money that people record; left out: now
   * @param reference what the payer or the bank says of it
   * @param allocations invoices that it pays; an empty list: it is kept as credit; left out: the
   *     open invoices of the customer in this currency, those that are due first before the others
   */
  record Create(
      @NotNull UUID customerId,
      @NotNull @Valid @PositiveMoney MoneyJson amount,
      @Nullable PaymentKind kind,
      @Nullable UUID paymentMethodId,
      @Nullable Instant receivedAt,
      @Nullable @Size(min = 1, max = 255) String reference,
      @Nullable @Size(max = 100) List<@NotNull @Valid Wanted> allocations) {

    PaymentDraft draft() {
      return new PaymentDraft(
          customerId,
          amount.money(),
          kind,
          paymentMethodId,
          receivedAt,
          reference,
          Wanted.all(allocations));
    }
  }

  /**
   * What puts what is left of a payment on invoices.
   *
   * @param allocations which invoices; left out: the open ones, those that are due first before
   */
  record Allocate(@Nullable @Size(min = 1, max = 100) List<@NotNull @Valid Wanted> allocations) {}

  /** A payment as callers see it. */
  record View(
      UUID id,
      UUID customerId,
      PaymentStatus status,
      PaymentKind kind,
      @Nullable UUID paymentMethodId,
      String provider,
      @Nullable String providerPaymentId,
      MoneyJson amount,
      MoneyJson allocated,
      MoneyJson available,
      MoneyJson refunded,
      MoneyJson disputed,
      MoneyJson chargedBack,
      @Nullable String reference,
      @Nullable Instant receivedAt,
      int attempts,
      @Nullable Instant nextAttemptAt,
      @Nullable String failureCode,
      @Nullable String failureReason,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Payment payment) {
      return new View(
          payment.id(),
          payment.customerId(),
          payment.status(),
          payment.kind(),
          payment.paymentMethodId(),
          payment.provider(),
          payment.providerPaymentId(),
          MoneyJson.of(payment.amount()),
          MoneyJson.of(payment.amounts().allocated()),
          MoneyJson.of(payment.available()),
          MoneyJson.of(payment.amounts().refunded()),
          MoneyJson.of(payment.amounts().disputed()),
          MoneyJson.of(payment.amounts().chargedBack()),
          payment.reference(),
          payment.receivedAt(),
          payment.attempts().count(),
          payment.attempts().nextAt(),
          payment.attempts().failureCode(),
          payment.attempts().failureReason(),
          payment.createdAt(),
          payment.updatedAt());
    }
  }

  /** A part of a payment that pays an invoice, as callers see it. */
  record AllocationView(
      UUID id,
      UUID paymentId,
      UUID invoiceId,
      MoneyJson amount,
      MoneyJson reversed,
      Instant createdAt) {

    static AllocationView of(PaymentAllocation allocation) {
      return new AllocationView(
          allocation.id(),
          allocation.paymentId(),
          allocation.invoiceId(),
          MoneyJson.of(allocation.amount()),
          MoneyJson.of(allocation.reversed()),
          allocation.createdAt());
    }
  }
}
