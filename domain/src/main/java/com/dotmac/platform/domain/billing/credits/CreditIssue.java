package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.billing.events.Facts;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceLine;
import com.dotmac.platform.domain.billing.invoices.InvoiceService;
import com.dotmac.platform.domain.billing.invoices.InvoiceStatus;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.NumberSeries;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Makes credit notes for invoices that are locked. */
final class CreditIssue {

  private final TenantSessions sessions;
  private final CreditNoteRepository notes;
  private final InvoiceService invoices;
  private final TenantService tenants;
  private final AuditTrail audit;
  private final BillingEvents events;

  CreditIssue(
      TenantSessions sessions,
      CreditNoteRepository notes,
      InvoiceService invoices,
      TenantService tenants,
      AuditTrail audit,
      BillingEvents events) {
    this.sessions = sessions;
    this.notes = notes;
    this.invoices = invoices;
    this.tenants = tenants;
    this.audit = audit;
    this.events = events;
  }

  CreditNote of(CallContext context, Invoice invoice, String reason, CreditWish wish) {
    if (invoice.status() == InvoiceStatus.DRAFT || invoice.status() == InvoiceStatus.VOID) {
      throw new CreditNoteException.InvoiceNotCreditable(invoice.status().code());
    }
    Money nothing = Money.zero(invoice.currency());
    List<CreditedPart> parts =
        new CreditedParts(creditable(context.scope(), invoice), invoice.currency()).of(wish);
    LocalDate today = context.at().atZone(tenants.get(context.scope()).timeZone()).toLocalDate();
    CreditNote note =
        new CreditNote(
            context,
            number(context, today),
            today,
            invoice.id(),
            invoice.customerId(),
            reason,
            parts.stream().map(CreditedPart::net).reduce(nothing, Money::plus),
            parts.stream().map(CreditedPart::tax).reduce(nothing, Money::plus));
    notes.add(context.scope(), note);
    int position = 0;
    for (CreditedPart part : parts) {
      position++;
      notes.add(context.scope(), new CreditNoteLine(context, note, position, part));
    }
    notes.flush(context.scope());
    audit.record(context, "credit_note.issued", note.id(), null, note.auditState());
    events.record(
        context,
        EventType.CREDIT_NOTE_ISSUED,
        note.id(),
        new Facts()
            .with("number", note.number())
            .with("invoiceId", note.invoiceId())
            .with("customerId", note.customerId())
            .with("net", note.net())
            .with("tax", note.tax())
            .with("total", note.total()));
    return note;
  }

  /** One series for each year: its row is locked until the note is committed, or given back. */
  private String number(CallContext context, LocalDate today) {
    return new NumberSeries(sessions, "credit_note-" + today.getYear(), "CN-" + today.getYear())
        .next(context);
  }

  private List<CreditableLine> creditable(TenantScope scope, Invoice invoice) {
    List<CreditNoteLine> taken = notes.standingLines(scope, invoice.id());
    return invoices.lines(scope, invoice.id()).stream()
        .map(line -> creditable(line, taken, invoice.currency()))
        .toList();
  }

  private static CreditableLine creditable(
      InvoiceLine line, List<CreditNoteLine> taken, Currency currency) {
    var amounts = line.amounts(currency);
    Money net = Money.zero(currency);
    Money tax = Money.zero(currency);
    for (CreditNoteLine part : taken) {
      if (part.invoiceLineId().equals(line.id())) {
        net = net.plus(part.net(currency));
        tax = tax.plus(part.tax(currency));
      }
    }
    return new CreditableLine(
        line.id(),
        line.details(currency).description(),
        line.details(currency).taxRate(),
        amounts.gross().minus(amounts.discount()),
        amounts.tax(),
        net,
        tax);
  }
}
