package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.billing.events.Facts;
import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The door to invoices: makes drafts, finalises, voids and gives up. What is paid and credited
 * moves through {@link InvoiceSettlement}. Each verb writes one audit row; none opens a
 * transaction.
 */
public final class InvoiceService {

  private final TenantSessions sessions;
  private final InvoiceRepository invoices;
  private final TenantService tenants;
  private final CustomerService customers;
  private final CreditRelease credits;
  private final BillingEvents events;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants knows the zone that decides the day of an issue
   * @param customers who can owe
   * @param credits what becomes of the credits of an invoice that is voided
   * @param events where facts are recorded
   * @param audit where acts are recorded
   */
  public InvoiceService(
      TenantSessions sessions,
      TenantService tenants,
      CustomerService customers,
      CreditRelease credits,
      BillingEvents events,
      AuditTrail audit) {
    this.sessions = sessions;
    invoices = new InvoiceRepository(sessions);
    this.tenants = tenants;
    this.customers = customers;
    this.credits = credits;
    this.events = events;
    this.audit = audit;
  }

  /**
   * Makes a draft.
   *
   * @throws com.dotmac.platform.domain.customers.CustomerException if there is no such customer, or
   *     he is archived
   * @throws InvoiceException.InvalidLine if a line cannot be
   */
  public Invoice create(CallContext context, InvoiceDraft draft) {
    Customer customer = customers.getOpen(context.scope(), draft.customerId());
    Invoice invoice = new Invoice(context, draft);
    invoices.add(context.scope(), invoice, lines(context, invoice.id(), draft.lines()));
    Facts state = new Facts().with("customerNumber", customer.number());
    invoice.auditState().forEach(state::with);
    audit.record(context, "invoice.created", invoice.id(), null, state.map());
    return invoice;
  }

  /**
   * The invoice with an identifier.
   *
   * @throws InvoiceException.NotFound if the tenant has none
   */
  public Invoice get(TenantScope scope, UUID id) {
    return invoices.find(scope, id).orElseThrow(InvoiceException.NotFound::new);
  }

  /** The lines of an invoice, in order. */
  public List<InvoiceLine> lines(TenantScope scope, UUID invoiceId) {
    return invoices.lines(scope, invoiceId);
  }

  /**
   * What is known of whoever owes it: as he was when it was finalised, and of a draft as he is now.
   */
  public Map<String, @Nullable Object> billTo(TenantScope scope, Invoice invoice) {
    var then = invoice.billTo();
    return then == null ? Finalising.billTo(customers.get(scope, invoice.customerId())) : then;
  }

  /** A page of invoices, newest first. */
  public Page<Invoice> list(TenantScope scope, InvoiceFilter filter, PageRequest page) {
    return invoices.list(scope, filter, page);
  }

  /**
   * Changes a draft. Customer and currency stay.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new draft from the present one
   * @throws InvoiceException.NotFound if the tenant has none
   * @throws InvoiceException.NotADraft if it was finalised
   * @throws InvoiceException.InvalidLine if a line cannot be
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Invoice change(
      CallContext context, UUID id, int expectedVersion, UnaryOperator<InvoiceDraft> edit) {
    Invoice invoice = getDraft(context.scope(), id, expectedVersion);
    InvoiceDraft present = draft(context.scope(), invoice);
    InvoiceDraft wanted = edit.apply(present);
    if (!wanted.equals(present)) {
      var before = invoice.auditState();
      before.put("lines", described(present));
      invoice.change(wanted, context.at());
      invoices.replaceLines(context.scope(), id, lines(context, id, wanted.lines()));
      var after = invoice.auditState();
      after.put("lines", described(wanted));
      audit.record(context, "invoice.changed", id, before, after);
    }
    return invoice;
  }

  /**
   * Throws a draft away.
   *
   * @param expectedVersion version that the caller has read
   * @throws InvoiceException.NotFound if the tenant has none
   * @throws InvoiceException.NotADraft if it was finalised
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Invoice discard(CallContext context, UUID id, int expectedVersion) {
    Invoice invoice = getDraft(context.scope(), id, expectedVersion);
    invoices.remove(context.scope(), invoice);
    audit.record(context, "invoice.discarded", id, invoice.auditState(), null);
    return invoice;
  }

  /**
   * Gives a draft its number and day, and makes it owed from then on; one over nothing is paid at
   * once.
   *
   * @param expectedVersion version that the caller has read
   * @throws InvoiceException.NotFound if the tenant has none
   * @throws InvoiceException.NotADraft if it was finalised already
   * @throws InvoiceException.Empty if it has no lines
   * @throws InvoiceException.NegativeTotal if the lines give back more than they charge
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Invoice finalise(CallContext context, UUID id, int expectedVersion) {
    return finalise(context, getDraft(context.scope(), id, expectedVersion));
  }

  private Invoice finalise(CallContext context, Invoice invoice) {
    TenantScope scope = context.scope();
    Finalising.refuseUnfit(invoice, !invoices.lines(scope, invoice.id()).isEmpty());
    Customer customer = customers.get(scope, invoice.customerId());
    LocalDate day = LocalDate.ofInstant(context.at(), tenants.get(scope).timeZone());
    String number = Finalising.numbers(sessions, day).next(context);
    new Finalising(events, audit).finalise(context, invoice, customer, number, day);
    invoices.flush(scope);
    return invoice;
  }

  /**
   * Declares an invoice not to be owed. It keeps its number; its credits go back to where they came
   * from.
   *
   * @param expectedVersion version that the caller has read
   * @throws InvoiceException.NotFound if the tenant has none
   * @throws InvoiceException.StepNotAllowed if it is a draft, paid or void
   * @throws InvoiceException.HasPayments if money is in it
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Invoice voidInvoice(CallContext context, UUID id, int expectedVersion) {
    credits.hold(context.scope(), id);
    Invoice invoice = getForChange(context.scope(), id, expectedVersion);
    if (invoice.paid().exceeds(invoice.refunded())) {
      throw new InvoiceException.HasPayments();
    }
    // Before anything is given back that would change the state.
    InvoiceStates.check(invoice.status(), InvoiceStatus.VOID);
    credits.release(context, invoice);
    return become(context, invoice, InvoiceStatus.VOID, "invoice.voided", EventType.INVOICE_VOIDED);
  }

  /**
   * Gives an invoice up. It can still be paid, and then it is.
   *
   * @param expectedVersion version that the caller has read
   * @throws InvoiceException.NotFound if the tenant has none
   * @throws InvoiceException.StepNotAllowed if nothing of it is owed
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Invoice giveUp(CallContext context, UUID id, int expectedVersion) {
    Invoice invoice = getForChange(context.scope(), id, expectedVersion);
    return become(
        context,
        invoice,
        InvoiceStatus.UNCOLLECTIBLE,
        "invoice.given_up",
        EventType.INVOICE_UNCOLLECTIBLE);
  }

  private Invoice become(
      CallContext context, Invoice invoice, InvoiceStatus status, String act, EventType fact) {
    var before = invoice.auditState();
    invoice.become(status, context.at());
    invoices.flush(context.scope());
    audit.record(context, act, invoice.id(), before, invoice.auditState());
    events.record(context, fact, invoice.id(), invoice.facts());
    return invoice;
  }

  private Invoice getDraft(TenantScope scope, UUID id, int expectedVersion) {
    Invoice invoice = getForChange(scope, id, expectedVersion);
    if (invoice.status() != InvoiceStatus.DRAFT) {
      throw new InvoiceException.NotADraft();
    }
    return invoice;
  }

  private Invoice getForChange(TenantScope scope, UUID id, int expectedVersion) {
    Invoice invoice = invoices.findForChange(scope, id).orElseThrow(InvoiceException.NotFound::new);
    VersionConflictException.refuseUnlessEqual(expectedVersion, invoice.version());
    return invoice;
  }

  private InvoiceDraft draft(TenantScope scope, Invoice invoice) {
    return new InvoiceDraft(
        invoice.customerId(),
        invoice.currency(),
        invoice.paymentDays(),
        invoice.memo(),
        invoices.lines(scope, invoice.id()).stream()
            .map(line -> line.details(invoice.currency()))
            .toList());
  }

  private static List<InvoiceLine> lines(
      CallContext context, UUID invoiceId, List<LineDetails> details) {
    List<InvoiceLine> lines = new ArrayList<>();
    for (LineDetails line : details) {
      lines.add(new InvoiceLine(context, invoiceId, lines.size() + 1, line));
    }
    return lines;
  }

  private static List<Map<String, @Nullable Object>> described(InvoiceDraft draft) {
    return draft.lines().stream()
        .map(
            line ->
                new Facts()
                    .with("description", line.description())
                    .with("quantity", line.quantity().stripTrailingZeros().toPlainString())
                    .with("unitPrice", line.unitPrice())
                    .with("total", line.amounts().total())
                    .map())
        .toList();
  }
}
