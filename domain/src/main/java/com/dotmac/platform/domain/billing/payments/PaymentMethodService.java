package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.customers.CustomerException;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door to the ways in which customers pay. */
public final class PaymentMethodService {

  private final PaymentMethodRepository methods;
  private final CustomerService customers;
  private final PaymentProviders providers;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param customers the door to customers
   * @param providers who moves money
   * @param audit where acts are recorded
   */
  public PaymentMethodService(
      TenantSessions sessions,
      CustomerService customers,
      PaymentProviders providers,
      AuditTrail audit) {
    methods = new PaymentMethodRepository(sessions);
    this.customers = customers;
    this.providers = providers;
    this.audit = audit;
  }

  /**
   * Adds a method.
   *
   * @throws CustomerException if the tenant has no such customer, or he is archived
   * @throws PaymentException.ProviderNotSetUp if this installation has no such provider
   * @throws PaymentMethodException if a reference is missing or is the number of a card
   */
  public PaymentMethod add(CallContext context, UUID customerId, PaymentMethodDraft draft) {
    TenantScope scope = context.scope();
    customers.getOpen(scope, customerId);
    PaymentProvider provider = providers.get(draft.provider());
    if (!provider.answersAtOnce() && draft.providerReference() == null) {
      throw new PaymentMethodException.ReferenceMissing();
    }
    refuseCardNumber(draft.label());
    refuseCardNumber(draft.providerReference());
    if (draft.isDefault()) {
      makeRoom(context, customerId);
    }
    PaymentMethod method = new PaymentMethod(context, customerId, draft);
    methods.add(scope, method);
    audit.record(context, "payment_method.added", method.id(), null, method.auditState());
    return method;
  }

  /**
   * One method of a customer.
   *
   * @throws PaymentMethodException.NotFound if the customer has no such method
   */
  public PaymentMethod get(TenantScope scope, UUID customerId, UUID id) {
    return methods.get(scope, customerId, id);
  }

  /**
   * A page of the methods of a customer, newest first.
   *
   * @param alsoRemoved whether to show those that were removed
   * @throws CustomerException.NotFound if the tenant has no such customer
   */
  public Page<PaymentMethod> list(
      TenantScope scope, UUID customerId, boolean alsoRemoved, PageRequest page) {
    customers.get(scope, customerId);
    return methods.list(scope, customerId, alsoRemoved, page);
  }

  /**
   * Changes what a method is called, and whether it is the default.
   *
   * @param expectedVersion version that the caller has read
   * @param label {@code null}: as it is
   * @param isDefault {@code null}: as it is
   * @throws PaymentMethodException if there is no such method, or it was removed
   * @throws VersionConflictException if the method was changed meanwhile
   */
  public PaymentMethod change(
      CallContext context,
      UUID customerId,
      UUID id,
      int expectedVersion,
      @Nullable String label,
      @Nullable Boolean isDefault) {
    PaymentMethod method = getForChange(context.scope(), customerId, id, expectedVersion);
    String wanted = label == null ? method.label() : label;
    boolean first = isDefault == null ? method.isDefault() : isDefault;
    if (!wanted.equals(method.label()) || first != method.isDefault()) {
      refuseCardNumber(wanted);
      Map<String, @Nullable Object> before = method.auditState();
      if (first && !method.isDefault()) {
        makeRoom(context, customerId);
      }
      method.change(wanted, first, context.at());
      methods.flush(context.scope());
      audit.record(context, "payment_method.changed", id, before, method.auditState());
    }
    return method;
  }

  /**
   * Removes a method: no new payment uses it. The row stays for those that did.
   *
   * @param expectedVersion version that the caller has read
   * @throws PaymentMethodException if there is no such method, or it was removed already
   * @throws VersionConflictException if the method was changed meanwhile
   */
  public PaymentMethod remove(CallContext context, UUID customerId, UUID id, int expectedVersion) {
    PaymentMethod method = getForChange(context.scope(), customerId, id, expectedVersion);
    Map<String, @Nullable Object> before = method.auditState();
    method.remove(context.at());
    methods.flush(context.scope());
    audit.record(context, "payment_method.removed", id, before, method.auditState());
    return method;
  }

  /** Takes the mark from the present default; the index of the database lets no two have it. */
  private void makeRoom(CallContext context, UUID customerId) {
    methods
        .findDefault(context.scope(), customerId)
        .ifPresent(
            present -> {
              Map<String, @Nullable Object> before = present.auditState();
              present.change(present.label(), false, context.at());
              methods.flush(context.scope());
              audit.record(
                  context, "payment_method.changed", present.id(), before, present.auditState());
            });
  }

  private PaymentMethod getForChange(
      TenantScope scope, UUID customerId, UUID id, int expectedVersion) {
    PaymentMethod method = methods.get(scope, customerId, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, method.version());
    if (method.status() == PaymentMethodStatus.REMOVED) {
      throw new PaymentMethodException.Removed();
    }
    return method;
  }

  private static void refuseCardNumber(@Nullable String text) {
    if (CardNumbers.appearIn(text)) {
      throw new PaymentMethodException.CardNumber();
    }
  }
}
