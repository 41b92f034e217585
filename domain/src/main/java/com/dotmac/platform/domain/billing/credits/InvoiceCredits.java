package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.invoices.CreditRelease;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What becomes of credit when an invoice becomes void: notes that were applied to it get back what
 * was, and its own notes become void with it, for nothing can be taken back of what nobody owes.
 */
public final class InvoiceCredits implements CreditRelease {

  private final CreditNoteRepository notes;
  private final ApplicationRepository applications;
  private final CreditUse use;

  /**
   * For the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param invoices moves what is credited
   * @param audit where acts are recorded
   * @param events where facts are recorded
   */
  public InvoiceCredits(
      TenantSessions sessions, InvoiceSettlement invoices, AuditTrail audit, BillingEvents events) {
    notes = new CreditNoteRepository(sessions);
    applications = new ApplicationRepository(sessions);
    use = new CreditUse(notes, applications, invoices, audit, events);
  }

  @Override
  public void hold(TenantScope scope, UUID invoiceId) {
    notes.lock(scope, notes.touchedBy(scope, invoiceId));
  }

  /**
   * {@inheritDoc}
   *
   * @throws CreditNoteException.UsedElsewhere if a note of the invoice was applied to another
   * @throws VersionConflictException if a note was applied after the others were held: whoever did
   *     it holds that note, and to wait for him now could be to wait for each other
   */
  @Override
  public void release(CallContext context, Invoice invoice) {
    Map<UUID, CreditNote> held = held(context.scope(), invoice.id());
    for (CreditNoteApplication application :
        applications.standingOfInvoice(context.scope(), invoice.id())) {
      CreditNote note = Objects.requireNonNull(held.get(application.creditNoteId()));
      use.undo(context, note, invoice, application);
    }
    for (CreditNote note : held.values()) {
      if (note.invoiceId().equals(invoice.id())) {
        if (!note.applied().isZero()) {
          throw new CreditNoteException.UsedElsewhere(note.number());
        }
        use.makeVoid(context, note);
      }
    }
  }

  private Map<UUID, CreditNote> held(TenantScope scope, UUID invoiceId) {
    Map<UUID, CreditNote> held = new LinkedHashMap<>();
    for (UUID id : notes.touchedBy(scope, invoiceId)) {
      CreditNote note = notes.find(scope, id).orElseThrow(VersionConflictException::new);
      if (!notes.isLocked(scope, note)) {
        throw new VersionConflictException();
      }
      held.put(id, note);
    }
    return held;
  }
}
