package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.billing.events.Facts;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves credit between notes and invoices that are locked, and says so to the trail and as facts.
 */
final class CreditUse {

  private final CreditNoteRepository notes;
  private final ApplicationRepository applications;
  private final InvoiceSettlement invoices;
  private final AuditTrail audit;
  private final BillingEvents events;

  CreditUse(
      CreditNoteRepository notes,
      ApplicationRepository applications,
      InvoiceSettlement invoices,
      AuditTrail audit,
      BillingEvents events) {
    this.notes = notes;
    this.applications = applications;
    this.invoices = invoices;
    this.audit = audit;
    this.events = events;
  }

  /** Applies a part that is left of the note and owed of the invoice. */
  CreditNoteApplication apply(CallContext context, CreditNote note, Invoice invoice, Money part) {
    var before = note.auditState();
    invoices.credit(context, invoice, part);
    note.apply(part, context.at());
    CreditNoteApplication application =
        new CreditNoteApplication(context, note, invoice.id(), part);
    applications.add(context.scope(), application);
    record(context, EventType.CREDIT_NOTE_APPLIED, note, application, before);
    return application;
  }

  /** Gives back what was applied: the invoice is owed so much more, and the note has it again. */
  void undo(
      CallContext context, CreditNote note, Invoice invoice, CreditNoteApplication application) {
    var before = note.auditState();
    invoices.uncredit(context, invoice, application.amount());
    note.giveBack(application.amount(), context.at());
    application.undo(context.at());
    record(context, EventType.CREDIT_NOTE_UNAPPLIED, note, application, before);
  }

  /** Makes a note void of which nothing is in use. */
  void makeVoid(CallContext context, CreditNote note) {
    var before = note.auditState();
    note.makeVoid(context.at());
    notes.flush(context.scope());
    audit.record(context, "credit_note.voided", note.id(), before, note.auditState());
    events.record(
        context,
        EventType.CREDIT_NOTE_VOIDED,
        note.id(),
        new Facts()
            .with("number", note.number())
            .with("invoiceId", note.invoiceId())
            .with("customerId", note.customerId())
            .with("total", note.total()));
  }

  private void record(
      CallContext context,
      EventType type,
      CreditNote note,
      CreditNoteApplication application,
      Map<String, @Nullable Object> before) {
    notes.flush(context.scope());
    var after = note.auditState();
    after.put("applicationId", application.id().toString());
    after.put("invoice", application.invoiceId().toString());
    after.put("amount", application.amount().toString());
    audit.record(context, type.code(), note.id(), before, after);
    events.record(
        context,
        type,
        note.id(),
        new Facts()
            .with("applicationId", application.id())
            .with("invoiceId", application.invoiceId())
            .with("customerId", note.customerId())
            .with("amount", application.amount()));
  }
}
