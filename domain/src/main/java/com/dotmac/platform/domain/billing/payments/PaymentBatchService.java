package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.GatheredFacts;
import com.dotmac.platform.domain.billing.invoices.Debtor;
import com.dotmac.platform.domain.billing.invoices.HeldInvoices;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.customers.FoundCustomers;
import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.Outcome;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.GatheredActs;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The door to many payments at once, such as the lines of a bank's file: the effect of {@link
 * PaymentService#take} on each, in one transaction and with a number of round trips that does not
 * grow with them. Only for money that people record; nobody is asked for it.
 */
public final class PaymentBatchService {

  /** How many can be recorded together. */
  public static final int MOST = 500;

  private final TenantSessions sessions;
  private final PaymentRepository payments;
  private final Drafting drafting;
  private final CustomerService customers;
  private final InvoiceSettlement invoices;
  private final BillingEvents events;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param customers the door to customers
   * @param invoices the door through which invoices are paid
   * @param providers who moves money
   * @param events where facts are told
   * @param audit where acts are recorded
   */
  public PaymentBatchService(
      TenantSessions sessions,
      CustomerService customers,
      InvoiceSettlement invoices,
      PaymentProviders providers,
      BillingEvents events,
      AuditTrail audit) {
    this.sessions = sessions;
    payments = new PaymentRepository(sessions);
    drafting = new Drafting(new PaymentMethodRepository(sessions), providers);
    this.customers = customers;
    this.invoices = invoices;
    this.events = events;
    this.audit = audit;
  }

  /**
   * Records money that came. Each payment pays as if those before it had been recorded already; one
   * that is refused leaves nothing behind and stops no other.
   *
   * @param drafts at most {@link #MOST}, none with a payment method
   * @return what became of each, in the same order; refused with the refusals of {@link
   *     PaymentService#take}
   */
  public List<Outcome<Payment>> take(CallContext context, List<PaymentDraft> drafts) {
    TenantScope scope = context.scope();
    sessions.ofMany(scope);
    FoundCustomers payers =
        customers.getAll(scope, drafts.stream().map(PaymentDraft::customerId).distinct().toList());
    // Nobody else sees a new payment: the invoices are the first rows that others wait for.
    HeldInvoices held = invoices.hold(scope, chosen(drafts), debtors(drafts));
    List<Outcome<Payment>> outcomes = new ArrayList<>();
    Taken taken = new Taken();
    for (PaymentDraft draft : drafts) {
      try {
        payers.get(draft.customerId());
        outcomes.add(new Outcome.Done<>(taken.add(recorded(context, draft, held))));
      } catch (DomainException e) {
        outcomes.add(new Outcome.Refused<>(e));
      }
    }
    payments.addAll(scope, taken.payments, taken.allocations);
    audit.recordAll(taken.acts);
    events.recordAll(context, taken.facts);
    payments.flush(scope);
    return outcomes;
  }

  /**
   * Records one in memory alone; what it changes, it changes after the last reason to refuse it.
   */
  private One recorded(CallContext context, PaymentDraft draft, HeldInvoices held) {
    if (draft.paymentMethodId() != null) {
      throw new PaymentException.Contradiction(
          "Of many payments each is recorded by its kind, and not by a payment method.");
    }
    Payment payment = drafting.drafted(context, draft);
    List<PaymentAllocation> allocations = new ArrayList<>();
    GatheredActs acts = new GatheredActs();
    GatheredFacts gathered = new GatheredFacts();
    PaymentFacts facts = new PaymentFacts(gathered);
    Allocating allocating =
        new Allocating(
            (scope, allocation) -> allocations.add(allocation),
            held.recordingIn(gathered, acts),
            facts);
    new Arrival(payments, allocating, facts).recorded(context, payment, draft);
    acts.record(context, "payment.taken", payment.id(), null, payment.auditState());
    return new One(payment, allocations, acts, gathered);
  }

  private static Set<UUID> chosen(List<PaymentDraft> drafts) {
    Set<UUID> chosen = new HashSet<>();
    for (PaymentDraft draft : drafts) {
      if (draft.invoices() != null) {
        draft.invoices().forEach(wanted -> chosen.add(wanted.invoiceId()));
      }
    }
    return chosen;
  }

  private static Set<Debtor> debtors(List<PaymentDraft> drafts) {
    return drafts.stream()
        .filter(draft -> draft.invoices() == null)
        .map(draft -> new Debtor(draft.customerId(), draft.amount().currency()))
        .collect(Collectors.toSet());
  }

  /** A payment, and what is to be written of it. */
  private record One(
      Payment payment,
      List<PaymentAllocation> allocations,
      GatheredActs acts,
      GatheredFacts facts) {}

  /** All that is to be written. */
  private static final class Taken {
    private final List<Payment> payments = new ArrayList<>();
    private final List<PaymentAllocation> allocations = new ArrayList<>();
    private final GatheredActs acts = new GatheredActs();
    private final GatheredFacts facts = new GatheredFacts();

    private Payment add(One one) {
      payments.add(one.payment());
      allocations.addAll(one.allocations());
      acts.add(one.acts());
      facts.add(one.facts());
      return one.payment();
    }
  }
}
