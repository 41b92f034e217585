package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.credits.CreditNote;
import com.dotmac.platform.domain.billing.credits.CreditNoteFilter;
import com.dotmac.platform.domain.billing.credits.CreditNoteService;
import com.dotmac.platform.domain.billing.credits.CreditNoteStatus;
import com.dotmac.platform.domain.billing.credits.CreditWish;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.billing.invoices.InvoiceStatus;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives back what was charged for the period that runs, by credit notes for the invoices that
 * charged it, the newest first. What the invoices do not owe is credit of the customer.
 */
final class SubscriptionCredit {

  private static final String REASON = "The plan was changed within the period.";

  private final SubscriptionRepository subscriptions;
  private final InvoiceSettlement settlement;
  private final CreditNoteService notes;

  SubscriptionCredit(
      SubscriptionRepository subscriptions, InvoiceSettlement settlement, CreditNoteService notes) {
    this.subscriptions = subscriptions;
    this.settlement = settlement;
    this.notes = notes;
  }

  /**
   * Gives an amount back.
   *
   * @param subscription locked
   * @param amount with tax, more than nothing
   * @throws SubscriptionException.NothingToGiveBack if so much is not left of the invoices
   */
  void giveBack(CallContext context, Subscription subscription, Money amount) {
    Period present = subscription.period();
    List<UUID> charged =
        subscriptions.charges(context.scope(), subscription.id()).stream()
            .filter(charge -> charge.period().to().equals(present.to()))
            .map(SubscriptionCharge::invoiceId)
            .toList();
    // All of them first and in their order, as whoever moves money locks them.
    List<Invoice> invoices =
        settlement.lock(context.scope(), charged).stream()
            .sorted(Comparator.comparing(Invoice::id).reversed())
            .toList();
    Money left = amount;
    for (Invoice invoice : invoices) {
      Money part = left.min(creditable(context.scope(), invoice));
      if (part.isPositive()) {
        notes.issue(context, invoice.id(), REASON, new CreditWish.Amount(part), true);
        left = left.minus(part);
      }
    }
    if (left.isPositive()) {
      throw new SubscriptionException.NothingToGiveBack();
    }
  }

  /** What is left of an invoice that is locked, after the notes that stand. */
  private Money creditable(TenantScope scope, Invoice invoice) {
    if (invoice.status() == InvoiceStatus.VOID) {
      return Money.zero(invoice.currency());
    }
    Money left = invoice.total();
    CreditNoteFilter ofInvoice = new CreditNoteFilter(null, invoice.id(), null);
    @Nullable UUID after = null;
    do {
      Page<CreditNote> page =
          notes.list(scope, ofInvoice, new PageRequest(PageRequest.MAX_LIMIT, after));
      for (CreditNote note : page.items()) {
        if (note.status() != CreditNoteStatus.VOID) {
          left = left.minus(note.total());
        }
      }
      after = page.next();
    } while (after != null);
    return left;
  }
}
