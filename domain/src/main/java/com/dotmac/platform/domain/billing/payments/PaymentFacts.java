package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.billing.events.Facts;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.CallContext;
import java.util.List;
import java.util.UUID;

/** Tells the facts about payments to whoever builds on them, in one form. */
final class PaymentFacts {

  private final BillingEvents events;

  PaymentFacts(BillingEvents events) {
    this.events = events;
  }

  /** The money came. */
  void succeeded(CallContext context, Payment payment) {
    events.record(
        context,
        EventType.PAYMENT_SUCCEEDED,
        payment.id(),
        of(payment, payment.amount())
            .with("kind", payment.kind())
            .with("provider", payment.provider())
            .with("receivedAt", payment.receivedAt()));
  }

  /** The provider declined. */
  void failed(CallContext context, Payment payment) {
    events.record(
        context,
        EventType.PAYMENT_FAILED,
        payment.id(),
        of(payment, payment.amount())
            .with("attempt", payment.attempts())
            .with("failureCode", payment.failureCode()));
  }

  /** A part pays an invoice. */
  void allocated(CallContext context, Payment payment, PaymentAllocation allocation) {
    events.record(
        context,
        EventType.PAYMENT_ALLOCATED,
        payment.id(),
        of(payment, allocation.amount())
            .with("allocationId", allocation.id())
            .with("invoiceId", allocation.invoiceId()));
  }

  /** Money went back. */
  void refunded(CallContext context, Payment payment, PaymentRefund refund, List<Part> parts) {
    events.record(
        context,
        EventType.PAYMENT_REFUNDED,
        payment.id(),
        of(payment, refund.amount())
            .with("refundId", refund.id())
            .with("unallocated", refund.unallocated())
            .with("allocations", Part.facts(parts)));
  }

  /**
   * Money could not go back.
   *
   * @param parts what allocations do not have again, since their invoices no longer owed as much
   */
  void refundRefused(CallContext context, Payment payment, PaymentRefund refund, List<Part> parts) {
    events.record(
        context,
        EventType.PAYMENT_REFUND_REFUSED,
        payment.id(),
        of(payment, refund.amount())
            .with("refundId", refund.id())
            .with("allocations", Part.facts(parts)));
  }

  /** A dispute was opened, won or lost. */
  void dispute(
      CallContext context,
      EventType type,
      Payment payment,
      PaymentDispute dispute,
      List<Part> parts) {
    events.record(
        context,
        type,
        payment.id(),
        of(payment, dispute.amount())
            .with("disputeId", dispute.id())
            .with("unallocated", dispute.unallocated())
            .with("allocations", Part.facts(parts)));
  }

  private static Facts of(Payment payment, Money amount) {
    return new Facts()
        .with("paymentId", payment.id())
        .with("customerId", payment.customerId())
        .with("amount", amount);
  }

  /**
   * What an allocation lost, or has again.
   *
   * @param allocationId the allocation
   * @param invoiceId the invoice that it pays
   * @param amount how much
   */
  record Part(UUID allocationId, UUID invoiceId, Money amount) {

    /** All that they say, in minor units. */
    static long sum(List<Part> parts) {
      return parts.stream().mapToLong(part -> part.amount().minor()).sum();
    }

    private static List<?> facts(List<Part> parts) {
      return parts.stream()
          .map(
              part ->
                  new Facts()
                      .with("allocationId", part.allocationId())
                      .with("invoiceId", part.invoiceId())
                      .with("amount", part.amount())
                      .map())
          .toList();
    }
  }
}
