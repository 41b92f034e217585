package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.billing.payments.PaymentAllocationReversal.Cause;
import com.dotmac.platform.domain.billing.payments.PaymentFacts.Part;
import com.dotmac.platform.domain.billing.payments.PaymentProvider.Refund;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door for whoever asks providers to send money back: takes a refund out, and notes what the
 * provider said.
 */
public final class RefundSettlementService {

  private final PaymentRepository payments;
  private final RefundRepository refunds;
  private final TakingBack takingBack;
  private final PaymentProviders providers;
  private final PaymentFacts facts;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param invoices the door through which payments are given back to invoices
   * @param providers who moves money
   * @param events where facts are told
   * @param audit where acts are recorded
   */
  public RefundSettlementService(
      TenantSessions sessions,
      InvoiceSettlement invoices,
      PaymentProviders providers,
      BillingEvents events,
      AuditTrail audit) {
    payments = new PaymentRepository(sessions);
    refunds = new RefundRepository(sessions);
    takingBack = new TakingBack(sessions, invoices);
    this.providers = providers;
    facts = new PaymentFacts(events);
    this.audit = audit;
  }

  /**
   * Takes a refund out to ask the provider for it.
   *
   * @param at now
   * @return empty if there is nothing to ask for
   */
  public Optional<ProviderOrder<Refund>> takeOut(
      TenantScope scope, UUID paymentId, UUID refundId, Instant at) {
    Payment payment = payments.get(scope, paymentId);
    return refunds
        .find(scope, refundId)
        .filter(refund -> refund.status() == RefundStatus.PENDING)
        .map(
            refund ->
                new ProviderOrder<>(
                    providers.get(payment.provider()),
                    new Refund(
                        refundId.toString(), payment.providerPaymentId(), refund.amount(), at),
                    true,
                    refund.createdAt()));
  }

  /**
   * Notes what a provider said of a refund. Said again, it changes nothing. One that was refused
   * leaves everything as if it had not been asked for.
   *
   * @return when to ask the provider again; empty if it has said its last word
   * @throws PaymentException if there is no such refund
   */
  public Optional<Instant> note(
      CallContext context, UUID paymentId, UUID refundId, ProviderAnswer answer) {
    Payment payment = payments.hold(context.scope(), paymentId);
    PaymentRefund refund = refunds.get(context.scope(), paymentId, refundId);
    if (refund.status() != RefundStatus.PENDING) {
      return Optional.empty();
    }
    if (answer instanceof ProviderAnswer.Underway) {
      return Optional.of(PaymentPatience.question(refund.createdAt(), context.at()));
    }
    Map<String, @Nullable Object> before = refund.auditState();
    Cause cause = new Cause(refundId, null);
    String action;
    if (answer instanceof ProviderAnswer.Done done) {
      refund.succeed(done.name(), context.at());
      List<Part> parts = takingBack.taken(context, payment, cause);
      facts.refunded(context, payment, refund, parts);
      action = "payment_refund.succeeded";
    } else {
      refund.fail(((ProviderAnswer.Refused) answer).decline(), context.at());
      long onInvoices = Part.sum(takingBack.giveBack(context, payment, cause));
      payment.keepAfterAll(refund.amount().minor(), onInvoices, context.at());
      facts.refundRefused(
          context, payment, refund, takingBack.notGivenBack(context, payment, cause));
      action = "payment_refund.failed";
    }
    refunds.flush(context.scope());
    audit.record(context, action, refundId, before, refund.auditState());
    return Optional.empty();
  }
}
