package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceService;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.billing.invoices.InvoiceStatus;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to credit notes.
 *
 * <p>Each verb that changes something locks the note first and invoices after it, as everybody who
 * moves money does, and writes its audit row and its facts; none opens a transaction.
 */
public final class CreditNoteService {

  private final CreditNoteRepository notes;
  private final ApplicationRepository applications;
  private final CreditIssue issue;
  private final CreditUse use;
  private final InvoiceSettlement settlement;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants says which day it is
   * @param invoices the door to invoices
   * @param settlement moves what is credited
   * @param audit where acts are recorded
   * @param events where facts are recorded
   */
  public CreditNoteService(
      TenantSessions sessions,
      TenantService tenants,
      InvoiceService invoices,
      InvoiceSettlement settlement,
      AuditTrail audit,
      BillingEvents events) {
    notes = new CreditNoteRepository(sessions);
    applications = new ApplicationRepository(sessions);
    issue = new CreditIssue(sessions, notes, invoices, tenants, audit, events);
    use = new CreditUse(notes, applications, settlement, audit, events);
    this.settlement = settlement;
  }

  /**
   * Issues a note for an invoice. What is not applied of it is credit of the customer.
   *
   * @param invoiceId an invoice that was finalised and is not void
   * @param reason why, in words
   * @param wish how much of it
   * @param apply whether it is applied at once to that invoice, as far as that is owed, also if it
   *     was given up
   * @throws com.dotmac.platform.domain.billing.invoices.InvoiceException.NotFound if the tenant has
   *     no such invoice
   * @throws CreditNoteException.InvoiceNotCreditable if it is a draft or void
   * @throws CreditNoteException.ExceedsInvoice if so much is not left of it
   * @throws CreditNoteException.NothingToCredit if the note would come to nothing
   * @throws CreditNoteException.LineNotFound if the invoice has no such line
   * @throws CreditNoteException.LineExceeded if so much is not left of a line
   * @throws CreditNoteException.OtherCurrency if the wish is in another currency
   */
  public CreditNote issue(
      CallContext context, UUID invoiceId, String reason, CreditWish wish, boolean apply) {
    Invoice invoice = settlement.lock(context.scope(), List.of(invoiceId)).get(0);
    CreditNote note = issue.of(context, invoice, reason, wish);
    Money part = note.remaining().min(invoice.balance());
    if (apply && part.isPositive()) {
      use.apply(context, note, invoice, part);
    }
    return note;
  }

  /**
   * Applies what is left of a note to an invoice of its customer.
   *
   * @param amount how much; {@code null}: as much as is left and owed
   * @throws CreditNoteException.NotFound if the tenant has no such note
   * @throws CreditNoteException.Voided if the note is void
   * @throws com.dotmac.platform.domain.billing.invoices.InvoiceException.NotFound if the tenant has
   *     no such invoice
   * @throws CreditNoteException.OtherCustomer if the invoice is of another customer or currency
   * @throws CreditNoteException.InvoiceNotOpen if it is not owed
   * @throws CreditNoteException.OtherCurrency if the amount is in another currency
   * @throws CreditNoteException.ApplicationExceeds if so much is not left or not owed
   */
  public CreditNoteApplication apply(
      CallContext context, UUID noteId, UUID invoiceId, @Nullable Money amount) {
    CreditNote note = lock(context.scope(), noteId);
    if (note.status() == CreditNoteStatus.VOID) {
      throw new CreditNoteException.Voided();
    }
    Invoice invoice = settlement.lock(context.scope(), List.of(invoiceId)).get(0);
    if (!invoice.customerId().equals(note.customerId())
        || !invoice.currency().equals(note.total().currency())) {
      throw new CreditNoteException.OtherCustomer();
    }
    if (!isOwed(invoice)) {
      throw new CreditNoteException.InvoiceNotOpen(invoice.status().code());
    }
    Money most = note.remaining().min(invoice.balance());
    if (amount != null && !amount.currency().equals(most.currency())) {
      throw new CreditNoteException.OtherCurrency(most.currency());
    }
    Money part = amount == null ? most : amount;
    if (!part.isPositive() || part.exceeds(most)) {
      throw new CreditNoteException.ApplicationExceeds(most);
    }
    return use.apply(context, note, invoice, part);
  }

  /**
   * Makes a note void. Whatever it was applied to is owed as if it had never been.
   *
   * @param expectedVersion version that the caller has read
   * @throws CreditNoteException.NotFound if the tenant has no such note
   * @throws CreditNoteException.Voided if it is void already
   * @throws VersionConflictException if it was changed meanwhile
   */
  public CreditNote makeVoid(CallContext context, UUID noteId, int expectedVersion) {
    CreditNote note = lock(context.scope(), noteId);
    VersionConflictException.refuseUnlessEqual(expectedVersion, note.version());
    if (note.status() == CreditNoteStatus.VOID) {
      throw new CreditNoteException.Voided();
    }
    List<CreditNoteApplication> standing = applications.standingOfNote(context.scope(), noteId);
    Map<UUID, Invoice> held = new HashMap<>();
    settlement
        .lock(
            context.scope(),
            standing.stream().map(CreditNoteApplication::invoiceId).distinct().toList())
        .forEach(invoice -> held.put(invoice.id(), invoice));
    for (CreditNoteApplication application : standing) {
      use.undo(
          context, note, Objects.requireNonNull(held.get(application.invoiceId())), application);
    }
    use.makeVoid(context, note);
    return note;
  }

  /**
   * The note with an identifier.
   *
   * @throws CreditNoteException.NotFound if the tenant has none
   */
  public CreditNote get(TenantScope scope, UUID id) {
    return notes.find(scope, id).orElseThrow(CreditNoteException.NotFound::new);
  }

  /** A page of notes, newest first. */
  public Page<CreditNote> list(TenantScope scope, CreditNoteFilter filter, PageRequest page) {
    return notes.list(scope, filter, page);
  }

  /** The lines of a note, in their order. */
  public List<CreditNoteLine> lines(TenantScope scope, UUID noteId) {
    return notes.lines(scope, noteId);
  }

  /**
   * A page of what a note was used for, newest first, also of what was undone.
   *
   * @throws CreditNoteException.NotFound if the tenant has no such note
   */
  public Page<CreditNoteApplication> applications(
      TenantScope scope, UUID noteId, PageRequest page) {
    return applications.list(scope, get(scope, noteId).id(), page);
  }

  /**
   * One of them.
   *
   * @throws CreditNoteException.NotFound if the tenant has no such note
   * @throws CreditNoteException.ApplicationNotFound if the note was not used like that
   */
  public CreditNoteApplication application(TenantScope scope, UUID noteId, UUID id) {
    CreditNote note = get(scope, noteId);
    return applications
        .find(scope, id)
        .filter(application -> application.creditNoteId().equals(note.id()))
        .orElseThrow(CreditNoteException.ApplicationNotFound::new);
  }

  /**
   * What is left of the notes of a customer: one sum for each currency in which there is any.
   *
   * @param customerId a customer of the tenant
   */
  public List<Money> creditOf(TenantScope scope, UUID customerId) {
    return notes.credit(scope, customerId);
  }

  private CreditNote lock(TenantScope scope, UUID id) {
    return notes.findAndLock(scope, id).orElseThrow(CreditNoteException.NotFound::new);
  }

  private static boolean isOwed(Invoice invoice) {
    return invoice.status() == InvoiceStatus.OPEN
        || invoice.status() == InvoiceStatus.PARTIALLY_PAID
        || invoice.status() == InvoiceStatus.OVERDUE;
  }
}
