package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.billing.events.FactTrail;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;

/**
 * Moves what is paid for an invoice that is locked, taken back and credited; brings it into the
 * state that follows, and records what was done. Sends nothing to the database.
 */
final class Settling {

  private final FactTrail facts;
  private final AuditTrail acts;

  Settling(FactTrail facts, AuditTrail acts) {
    this.facts = facts;
    this.acts = acts;
  }

  /** Money came in, of which nothing is beyond what is owed. */
  void pay(CallContext context, Invoice invoice, Money amount) {
    refuseBeyondOwed(invoice, amount);
    move(context, invoice, amount.minor(), 0, 0, "invoice.payment_allocated");
  }

  /** Money that had come in went out again. */
  void takeBack(CallContext context, Invoice invoice, Money amount) {
    move(context, invoice, 0, checked(invoice, amount).minor(), 0, "invoice.payment_taken_back");
  }

  /** Money that had gone out came back. */
  void giveBack(CallContext context, Invoice invoice, Money amount) {
    refuseBeyondOwed(invoice, amount);
    move(context, invoice, 0, -amount.minor(), 0, "invoice.payment_given_back");
  }

  /** A credit was applied. */
  void credit(CallContext context, Invoice invoice, Money amount) {
    refuseBeyondOwed(invoice, amount);
    move(context, invoice, 0, 0, amount.minor(), "invoice.credited");
  }

  /** A credit was taken off again. */
  void uncredit(CallContext context, Invoice invoice, Money amount) {
    move(context, invoice, 0, 0, -checked(invoice, amount).minor(), "invoice.uncredited");
  }

  private void move(
      CallContext context, Invoice invoice, long paid, long refunded, long credited, String act) {
    var before = invoice.auditState();
    boolean wasPaid = invoice.status() == InvoiceStatus.PAID;
    invoice.settle(paid, refunded, credited, context.at());
    acts.record(context, act, invoice.id(), before, invoice.auditState());
    boolean isPaid = invoice.status() == InvoiceStatus.PAID;
    if (isPaid != wasPaid) {
      facts.record(
          context,
          isPaid ? EventType.INVOICE_PAID : EventType.INVOICE_REOPENED,
          invoice.id(),
          invoice.facts());
    }
  }

  private static void refuseBeyondOwed(Invoice invoice, Money amount) {
    if (invoice.status() == InvoiceStatus.DRAFT || invoice.status() == InvoiceStatus.VOID) {
      throw new InvoiceException.NotOwed(invoice.status());
    }
    if (checked(invoice, amount).exceeds(invoice.balance())) {
      throw new InvoiceException.MoreThanOwed(String.valueOf(invoice.number()), invoice.balance());
    }
  }

  private static Money checked(Invoice invoice, Money amount) {
    if (!amount.isPositive() || !amount.currency().equals(invoice.currency())) {
      throw new IllegalArgumentException("Not an amount for this invoice: " + amount);
    }
    return amount;
  }
}
