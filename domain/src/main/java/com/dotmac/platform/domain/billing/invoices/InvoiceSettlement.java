package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The one way to move what is paid for an invoice, taken back and credited: for payments and credit
 * notes, which lock their own rows first and then the invoices {@linkplain #lock here}.
 *
 * <p>Each move keeps the balance right, brings the invoice into the state that follows, audits it,
 * and records that the invoice was paid or is owed again.
 */
public final class InvoiceSettlement implements PayableInvoices {

  private final InvoiceRepository invoices;
  private final Settling settling;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param events where facts are recorded
   * @param audit where acts are recorded
   */
  public InvoiceSettlement(TenantSessions sessions, BillingEvents events, AuditTrail audit) {
    invoices = new InvoiceRepository(sessions);
    settling = new Settling(events, audit);
  }

  @Override
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

  @Override
  public List<UUID> owedBy(TenantScope scope, UUID customerId, Currency currency) {
    return invoices.owedBy(scope, customerId, currency.getCurrencyCode());
  }

  /**
   * Locks all that many payments may pay, in the order in which anybody locks invoices.
   *
   * @param chosen invoices that are named; one that the tenant lacks is refused when it is paid
   * @param debtors of whom all that they owe is locked
   */
  public HeldInvoices hold(TenantScope scope, Collection<UUID> chosen, Set<Debtor> debtors) {
    Map<Debtor, List<UUID>> owed = invoices.owedByAll(scope, debtors);
    Set<UUID> wanted = new HashSet<>(chosen);
    owed.values().forEach(wanted::addAll);
    return new HeldInvoices(invoices.holdAll(scope, wanted), owed);
  }

  @Override
  public void pay(CallContext context, Invoice invoice, Money amount) {
    settling.pay(context, invoice, amount);
    invoices.flush(context.scope());
  }

  /**
   * Money that had come in went out again: a refund, a chargeback.
   *
   * @param invoice locked
   * @param amount more than nothing, in its currency, and at most what is left in it of payments
   */
  public void takeBack(CallContext context, Invoice invoice, Money amount) {
    settling.takeBack(context, invoice, amount);
    invoices.flush(context.scope());
  }

  /**
   * Money that had gone out came back: a chargeback that was won.
   *
   * @param invoice locked
   * @param amount more than nothing, in its currency, and at most what was taken back
   * @throws InvoiceException.MoreThanOwed if less is owed by now, since it was paid otherwise
   */
  public void giveBack(CallContext context, Invoice invoice, Money amount) {
    settling.giveBack(context, invoice, amount);
    invoices.flush(context.scope());
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
    settling.credit(context, invoice, amount);
    invoices.flush(context.scope());
  }

  /**
   * A credit was taken off an invoice again.
   *
   * @param invoice locked
   * @param amount more than nothing, in its currency, and at most what is credited
   */
  public void uncredit(CallContext context, Invoice invoice, Money amount) {
    settling.uncredit(context, invoice, amount);
    invoices.flush(context.scope());
  }
}
