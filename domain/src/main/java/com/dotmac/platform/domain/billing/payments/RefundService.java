package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.billing.payments.PaymentAllocationReversal.Cause;
import com.dotmac.platform.domain.billing.payments.PaymentFacts.Part;
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
 * The door to refunds. What is refunded is spoken for at once, so that no two refunds and disputes
 * share a minor unit; its fact is told when the money has gone back.
 */
public final class RefundService {

  private final PaymentRepository payments;
  private final RefundRepository refunds;
  private final TakingBack takingBack;
  private final PaymentProviders providers;
  private final ProviderDispatch dispatch;
  private final PaymentFacts facts;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param invoices the door through which payments are taken back from invoices
   * @param providers who moves money
   * @param dispatch has a provider asked
   * @param events where facts are told
   * @param audit where acts are recorded
   */
  public RefundService(
      TenantSessions sessions,
      InvoiceSettlement invoices,
      PaymentProviders providers,
      ProviderDispatch dispatch,
      BillingEvents events,
      AuditTrail audit) {
    payments = new PaymentRepository(sessions);
    refunds = new RefundRepository(sessions);
    takingBack = new TakingBack(sessions, invoices);
    this.providers = providers;
    this.dispatch = dispatch;
    facts = new PaymentFacts(events);
    this.audit = audit;
  }

  /**
   * Sends money of a payment back: at once where people move it, else when the provider has done
   * it.
   *
   * @param amount how much, taken from what is left and then from the newest allocation on; {@code
   *     null}: all that can still go back, or what is chosen
   * @param chosen from which allocations; {@code null}: not chosen
   * @return the refund, succeeded or pending
   * @throws PaymentException if there is no such payment, its money has not come, or there is less
   */
  public PaymentRefund refund(
      CallContext context,
      UUID paymentId,
      @Nullable Money amount,
      @Nullable List<WantedRefund> chosen) {
    TenantScope scope = context.scope();
    Payment payment = payments.hold(scope, paymentId);
    Takings taken = takingBack.find(scope, payment, amount, chosen);
    Map<String, @Nullable Object> before = payment.auditState();
    PaymentRefund refund = new PaymentRefund(context, payment, taken);
    refunds.add(scope, refund);
    payment.refund(taken, context.at());
    List<Part> parts = takingBack.take(context, payment, taken, new Cause(refund.id(), null));
    if (providers.get(payment.provider()).answersAtOnce()) {
      refund.succeed(null, context.at());
      facts.refunded(context, payment, refund, parts);
    } else {
      dispatch.refund(scope, paymentId, refund.id(), context.at());
    }
    refunds.flush(scope);
    audit.record(context, "payment.refunded", paymentId, before, payment.auditState());
    return refund;
  }

  /**
   * One refund of a payment.
   *
   * @throws PaymentException.RefundNotFound if the payment has no such refund
   */
  public PaymentRefund get(TenantScope scope, UUID paymentId, UUID id) {
    return refunds.get(scope, paymentId, id);
  }

  /**
   * A page of the refunds of a payment, newest first.
   *
   * @throws PaymentException.NotFound if the tenant has no such payment
   */
  public Page<PaymentRefund> list(TenantScope scope, UUID paymentId, PageRequest page) {
    payments.get(scope, paymentId);
    return refunds.list(scope, paymentId, page);
  }
}
