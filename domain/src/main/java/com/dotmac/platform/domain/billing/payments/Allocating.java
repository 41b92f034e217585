package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceStatus;
import com.dotmac.platform.domain.billing.invoices.PayableInvoices;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Puts what is left of a payment on invoices. The payment is new or held; the invoices are held
 * after it, in the order of their identifiers.
 */
final class Allocating {

  private final BiConsumer<TenantScope, PaymentAllocation> written;
  private final PayableInvoices invoices;
  private final PaymentFacts facts;

  /**
   * Puts payments on invoices.
   *
   * @param written takes each allocation that is made, before its invoice is paid
   * @param invoices what is owed
   * @param facts where it is told
   */
  Allocating(
      BiConsumer<TenantScope, PaymentAllocation> written,
      PayableInvoices invoices,
      PaymentFacts facts) {
    this.written = written;
    this.invoices = invoices;
    this.facts = facts;
  }

  /**
   * Refuses what cannot be paid by this payment, whatever is owed when its money comes.
   *
   * @throws PaymentException.OtherInvoice if an invoice is of another customer or currency
   * @throws PaymentException.OtherCurrency if an amount is in another currency
   * @throws PaymentException.Contradiction if an invoice is named twice
   */
  void check(TenantScope scope, Payment payment, List<WantedAllocation> wanted) {
    refuseOdd(payment, wanted);
    lock(scope, payment, wanted);
  }

  /**
   * Pays chosen invoices.
   *
   * @throws PaymentException if one of them cannot be paid so
   */
  List<PaymentAllocation> toChosen(
      CallContext context, Payment payment, List<WantedAllocation> wanted) {
    refuseOdd(payment, wanted);
    Rows<Invoice> held = lock(context.scope(), payment, wanted);
    return put(
        context, payment, held, Shares.chosen(payment.available().minor(), wanted, owed(held)));
  }

  /** Pays what was chosen earlier, as far as it is still owed. */
  List<PaymentAllocation> asMeant(
      CallContext context, Payment payment, List<WantedAllocation> wanted) {
    Rows<Invoice> held = lock(context.scope(), payment, wanted);
    return put(
        context,
        payment,
        held,
        Shares.asFarAsOwed(payment.available().minor(), wanted, owed(held)));
  }

  /** Pays the open invoices of the customer in the currency, those that are due first before. */
  List<PaymentAllocation> toWhatIsDueFirst(CallContext context, Payment payment) {
    List<UUID> dueFirst =
        invoices.owedBy(context.scope(), payment.customerId(), payment.currency());
    Rows<Invoice> held = new Rows<>(invoices.lock(context.scope(), dueFirst), Invoice::id);
    Rows<Invoice> inOrder = new Rows<>(dueFirst.stream().map(held::get).toList(), Invoice::id);
    return put(
        context, payment, inOrder, Shares.inOrder(payment.available().minor(), owed(inOrder)));
  }

  private List<PaymentAllocation> put(
      CallContext context, Payment payment, Rows<Invoice> held, Map<UUID, Long> shares) {
    List<PaymentAllocation> made = new ArrayList<>();
    shares.forEach(
        (invoiceId, minor) -> {
          PaymentAllocation allocation = new PaymentAllocation(context, payment, invoiceId, minor);
          payment.allocate(minor, context.at());
          written.accept(context.scope(), allocation);
          invoices.pay(context, held.get(invoiceId), allocation.amount());
          made.add(allocation);
        });
    made.forEach(allocation -> facts.allocated(context, payment, allocation));
    return made;
  }

  private Rows<Invoice> lock(TenantScope scope, Payment payment, List<WantedAllocation> wanted) {
    Rows<Invoice> held =
        new Rows<>(
            invoices.lock(scope, wanted.stream().map(WantedAllocation::invoiceId).toList()),
            Invoice::id);
    held.all().forEach(one -> refuseForeign(payment, one));
    return held;
  }

  private static void refuseOdd(Payment payment, List<WantedAllocation> wanted) {
    if (wanted.stream().map(WantedAllocation::invoiceId).distinct().count() < wanted.size()) {
      throw new PaymentException.Contradiction("An invoice is named twice.");
    }
    wanted.forEach(one -> payment.refuseOtherCurrency(one.amount()));
  }

  private static void refuseForeign(Payment payment, Invoice invoice) {
    if (!invoice.customerId().equals(payment.customerId())
        || !invoice.currency().equals(payment.currency())) {
      throw new PaymentException.OtherInvoice();
    }
  }

  private static Map<UUID, Long> owed(Rows<Invoice> held) {
    Map<UUID, Long> owed = new LinkedHashMap<>();
    held.all().forEach(invoice -> owed.put(invoice.id(), owed(invoice)));
    return owed;
  }

  /** What an invoice owes, in minor units: nothing as a draft, and nothing once it is void. */
  static long owed(Invoice invoice) {
    return invoice.status() == InvoiceStatus.DRAFT || invoice.status() == InvoiceStatus.VOID
        ? 0
        : invoice.balance().minor();
  }
}
