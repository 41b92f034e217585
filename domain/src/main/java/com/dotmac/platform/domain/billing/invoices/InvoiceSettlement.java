package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The one way to move what is paid for an invoice, taken back and credited: for payments and credit
 * notes, which lock their own rows first and then the invoices {@linkplain #lock here}.
 *
 * <p>Each move keeps the balance right, brings the invoice into the state that follows, audits it,
 * and records that the invoice was paid or is owed again.
 */
public final class InvoiceSettlement {

  private final InvoiceRepository invoices;
  private final BillingEvents events;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param events where facts are recorded
   * @param audit where acts are recorded
   */
  public InvoiceSettlement(TenantSessions sessions, BillingEvents events, AuditTrail audit) {
    invoices = new InvoiceRepository(sessions);
    this.events = events;
    this.audit = audit;
  }

  /**
   * Locks invoices until the transaction ends, always in the same order.
   *
   * @return they as they are now, by ascending identifier
   * @throws InvoiceException.NotFound if the tenant lacks one of them
   */
  public List<Invoice> lock(TenantScope scope, Collection<UUID> ids) {
    TreeSet<UUID> wanted = new TreeSet<>(ids);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Invoice> found = invoices.listForChange(scope, wanted);
    if (found.size() != wanted.size()) {
      throw new InvoiceException.NotFound();
    }
    return found;
  }

  /** What a customer owes in a currency, the oldest due first; not locked. */
  public List<UUID> owedBy(TenantScope scope, UUID customerId, Currency currency) {
    return invoices.owedBy(scope, customerId, currency.getCurrencyCode());
  }

  /**
   * Money came in for an invoice.
   *
   * @param invoice locked
   * @param amount more than nothing, in its currency
   * @throws InvoiceException.NotOwed if it is a draft or void
   * @throws InvoiceException.MoreThanOwed if less is owed
   */
  public void pay(CallContext context, Invoice invoice, Money amount) {
    refuseBeyondOwed(invoice, amount);
    settle(context, invoice, amount.minor(), 0, 0, "invoice.payment_allocated");
  }

  /**
   * Money that had come in went out again: a refund, a chargeback.
   *
   * @param invoice locked
   * @param amount more than nothing, in its currency, and at most what is left in it of payments
   */
  public void takeBack(CallContext context, Invoice invoice, Money amount) {
    settle(context, invoice, 0, checked(invoice, amount).minor(), 0, "invoice.payment_taken_back");
  }

  /**
   * Money that had gone out came back: a chargeback that was won.
   *
   * @param invoice locked
   * @param amount more than nothing, in its currency, and at most what was taken back
   * @throws InvoiceException.MoreThanOwed if less is owed by now, since it was paid otherwise
   */
  public void giveBack(CallContext context, Invoice invoice, Money amount) {
    refuseBeyondOwed(invoice, amount);
    settle(context, invoice, 0, -amount.minor(), 0, "invoice.payment_given_back");
  }

  /**
   * A credit was applied to an invoice.
   *
   * @param invoice locked
   * @param amount more than nothing, in its currency
   * @throws InvoiceException.NotOwed if it is a draft or void
   * @throws InvoiceException.MoreThanOwed if less is owed
   */
  public void credit(CallContext context, Invoice invoice, Money amount) {
    refuseBeyondOwed(invoice, amount);
    settle(context, invoice, 0, 0, amount.minor(), "invoice.credited");
  }

  /**
   * A credit was taken off an invoice again.
   *
   * @param invoice locked
   * @param amount more than nothing, in its currency, and at most what is credited
   */
  public void uncredit(CallContext context, Invoice invoice, Money amount) {
    settle(context, invoice, 0, 0, -checked(invoice, amount).minor(), "invoice.uncredited");
  }

  private void settle(
      CallContext context, Invoice invoice, long paid, long refunded, long credited, String act) {
    var before = invoice.auditState();
    boolean wasPaid = invoice.status() == InvoiceStatus.PAID;
    invoice.settle(paid, refunded, credited, context.at());
    invoices.flush(context.scope());
    audit.record(context, act, invoice.id(), before, invoice.auditState());
    boolean isPaid = invoice.status() == InvoiceStatus.PAID;
    if (isPaid != wasPaid) {
      events.record(
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
