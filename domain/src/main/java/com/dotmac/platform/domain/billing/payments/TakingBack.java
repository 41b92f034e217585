package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.billing.payments.PaymentAllocationReversal.Cause;
import com.dotmac.platform.domain.billing.payments.PaymentFacts.Part;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes money of a payment back from the invoices that it pays, and gives it back to them. The
 * payment is held; the invoices are held after it, in the order of their identifiers.
 */
final class TakingBack {

  private final AllocationRepository allocations;
  private final InvoiceSettlement invoices;

  TakingBack(TenantSessions sessions, InvoiceSettlement invoices) {
    allocations = new AllocationRepository(sessions);
    this.invoices = invoices;
  }

  /**
   * Finds where money is taken from: chosen allocations, or what is left of the payment and then
   * the newest allocations.
   *
   * @param amount how much; {@code null}: all that was not said otherwise
   * @param chosen from which allocations; {@code null}: not chosen
   * @throws PaymentException if there is less
   */
  Takings find(
      TenantScope scope,
      Payment payment,
      @Nullable Money amount,
      @Nullable List<WantedRefund> chosen) {
    if (!payment.status().isReceived()) {
      throw new PaymentException.NotReceived(payment.status());
    }
    Map<UUID, Long> held = new LinkedHashMap<>();
    allocations
        .newestFirst(scope, payment.id())
        .all()
        .forEach(allocation -> held.put(allocation.id(), allocation.left()));
    if (chosen != null) {
      refuseOdd(payment, amount, chosen);
      return Takings.chosen(chosen, held);
    }
    payment.refuseOtherCurrency(amount);
    long wanted = amount == null ? payment.returnable() : amount.minor();
    if (wanted == 0) {
      throw new PaymentException.MoreThanPaid(0);
    }
    return Takings.newestFirst(wanted, payment.available().minor(), held);
  }

  /** Takes; the row of the cause is there already. */
  List<Part> take(CallContext context, Payment payment, Takings taken, Cause cause) {
    Rows<PaymentAllocation> from = allocations.newestFirst(context.scope(), payment.id());
    Rows<Invoice> held = lock(context.scope(), taken.ids(), from);
    List<Part> parts = new ArrayList<>();
    for (Takings.Part part : taken.parts()) {
      PaymentAllocation allocation = from.get(part.allocationId());
      Money amount = payment.money(part.minor());
      allocation.reverse(part.minor());
      allocations.add(
          context.scope(),
          new PaymentAllocationReversal(context, allocation.id(), cause, part.minor()));
      invoices.takeBack(context, held.get(allocation.invoiceId()), amount);
      parts.add(new Part(allocation.id(), allocation.invoiceId(), amount));
    }
    return parts;
  }

  /** What was taken for a cause, as it was told then. */
  List<Part> taken(CallContext context, Payment payment, Cause cause) {
    Rows<PaymentAllocation> from = allocations.newestFirst(context.scope(), payment.id());
    return allocations.reversals(context.scope(), cause).stream()
        .map(
            back ->
                new Part(
                    back.allocationId(),
                    from.get(back.allocationId()).invoiceId(),
                    payment.money(back.minor())))
        .toList();
  }

  /**
   * Gives back what was taken for a cause: to each invoice what it had, as far as it still owes as
   * much. The rest stays with the payment, as credit.
   *
   * @return what invoices have again
   */
  List<Part> giveBack(CallContext context, Payment payment, Cause cause) {
    Rows<PaymentAllocation> to = allocations.newestFirst(context.scope(), payment.id());
    List<PaymentAllocationReversal> backs = allocations.reversals(context.scope(), cause);
    Rows<Invoice> held =
        lock(
            context.scope(),
            backs.stream().map(PaymentAllocationReversal::allocationId).toList(),
            to);
    List<Part> parts = new ArrayList<>();
    for (PaymentAllocationReversal back : backs) {
      PaymentAllocation allocation = to.get(back.allocationId());
      Invoice invoice = held.get(allocation.invoiceId());
      long minor = Math.min(back.minor(), Allocating.owed(invoice));
      back.restore(minor, context.at());
      if (minor > 0) {
        allocation.restore(minor);
        invoices.giveBack(context, invoice, payment.money(minor));
        parts.add(new Part(allocation.id(), invoice.id(), payment.money(minor)));
      }
    }
    return parts;
  }

  /** What was taken for a cause and not given back: it is credit, and on no invoice. */
  List<Part> notGivenBack(CallContext context, Payment payment, Cause cause) {
    Rows<PaymentAllocation> from = allocations.newestFirst(context.scope(), payment.id());
    return allocations.reversals(context.scope(), cause).stream()
        .filter(back -> back.minor() > back.restoredMinor())
        .map(
            back ->
                new Part(
                    back.allocationId(),
                    from.get(back.allocationId()).invoiceId(),
                    payment.money(back.minor() - back.restoredMinor())))
        .toList();
  }

  private Rows<Invoice> lock(
      TenantScope scope, List<UUID> allocationIds, Rows<PaymentAllocation> known) {
    return new Rows<>(
        invoices.lock(scope, allocationIds.stream().map(id -> known.get(id).invoiceId()).toList()),
        Invoice::id);
  }

  private static void refuseOdd(
      Payment payment, @Nullable Money amount, List<WantedRefund> chosen) {
    if (amount != null) {
      throw new PaymentException.Contradiction(
          "Say an amount, or allocations with their amounts, and not both.");
    }
    if (chosen.stream().map(WantedRefund::allocationId).distinct().count() < chosen.size()) {
      throw new PaymentException.Contradiction("An allocation is named twice.");
    }
    chosen.forEach(one -> payment.refuseOtherCurrency(one.amount()));
  }
}
