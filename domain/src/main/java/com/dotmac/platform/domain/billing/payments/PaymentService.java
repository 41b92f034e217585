package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.customers.CustomerException;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to payments: take them, put what is left of them on invoices, read what became of them.
 * Money goes back through {@link RefundService} and {@link DisputeService}.
 */
public final class PaymentService {

  private final PaymentRepository payments;
  private final AllocationRepository allocations;
  private final Drafting drafting;
  private final CustomerService customers;
  private final PaymentProviders providers;
  private final ProviderDispatch dispatch;
  private final Allocating allocating;
  private final Arrival arrival;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param customers the door to customers
   * @param invoices the door through which invoices are paid
   * @param providers who moves money
   * @param dispatch has a provider asked
   * @param events where facts are told
   * @param audit where acts are recorded
   */
  public PaymentService(
      TenantSessions sessions,
      CustomerService customers,
      InvoiceSettlement invoices,
      PaymentProviders providers,
      ProviderDispatch dispatch,
      BillingEvents events,
      AuditTrail audit) {
    PaymentFacts facts = new PaymentFacts(events);
    payments = new PaymentRepository(sessions);
    allocations = new AllocationRepository(sessions);
    drafting = new Drafting(new PaymentMethodRepository(sessions), providers);
    this.customers = customers;
    this.providers = providers;
    this.dispatch = dispatch;
    allocating = new Allocating(allocations::add, invoices, facts);
    arrival = new Arrival(payments, allocating, facts);
    this.audit = audit;
  }

  /**
   * Takes a payment. Money that people record has come, and pays invoices at once; a provider is
   * asked for any other afterwards. Archived customers pay, too: what they owe stays owed.
   *
   * @return the payment, succeeded or pending
   * @throws CustomerException.NotFound if the tenant has no such customer
   * @throws PaymentMethodException if the customer has no such method, or it was removed
   * @throws PaymentException if what is said contradicts itself, or cannot be paid so
   */
  public Payment take(CallContext context, PaymentDraft draft) {
    TenantScope scope = context.scope();
    customers.get(scope, draft.customerId());
    Payment payment = drafting.drafted(context, draft);
    PaymentProvider provider = providers.get(payment.provider());
    List<WantedAllocation> wanted = draft.invoices() == null ? List.of() : draft.invoices();
    if (provider.answersAtOnce()) {
      payments.add(scope, payment, List.of());
      arrival.recorded(context, payment, draft);
    } else {
      allocating.check(scope, payment, wanted);
      payments.add(scope, payment, Arrival.targets(context, payment, wanted));
      dispatch.charge(scope, payment.id(), context.at());
    }
    payments.flush(scope);
    audit.record(context, "payment.taken", payment.id(), null, payment.auditState());
    return payment;
  }

  /**
   * Puts what is left of a payment on invoices: later use of credit. A part of the same payment
   * pays, so whatever is built on payments is built on this one, too.
   *
   * @param wanted which invoices; {@code null}: the open ones, those that are due first before
   * @return the payment
   * @throws PaymentException if there is no such payment, or it cannot pay so
   */
  public Payment allocate(CallContext context, UUID id, @Nullable List<WantedAllocation> wanted) {
    TenantScope scope = context.scope();
    Payment payment = payments.hold(scope, id);
    if (!payment.status().isReceived()) {
      throw new PaymentException.NotReceived(payment.status());
    }
    if (payment.available().isZero()) {
      throw new PaymentException.TooLittleLeft(0);
    }
    Map<String, @Nullable Object> before = payment.auditState();
    if (wanted == null) {
      allocating.toWhatIsDueFirst(context, payment);
    } else {
      allocating.toChosen(context, payment, wanted);
    }
    payments.flush(scope);
    audit.record(context, "payment.allocated", id, before, payment.auditState());
    return payment;
  }

  /**
   * The payment with an identifier.
   *
   * @throws PaymentException.NotFound if the tenant has none
   */
  public Payment get(TenantScope scope, UUID id) {
    return payments.get(scope, id);
  }

  /** A page of payments, newest first. */
  public Page<Payment> list(TenantScope scope, PaymentFilter filter, PageRequest page) {
    return payments.list(scope, filter, page);
  }

  /**
   * A page of the allocations of a payment, newest first.
   *
   * @throws PaymentException.NotFound if the tenant has no such payment
   */
  public Page<PaymentAllocation> allocations(TenantScope scope, UUID id, PageRequest page) {
    payments.get(scope, id);
    return allocations.list(scope, id, page);
  }

  /**
   * What a customer has paid beyond what he owed: what is left of his payments.
   *
   * @return a sum for each currency in which there is something, by its code
   * @throws CustomerException.NotFound if the tenant has no such customer
   */
  public List<Money> credit(TenantScope scope, UUID customerId) {
    customers.get(scope, customerId);
    return payments.available(scope, customerId);
  }
}
