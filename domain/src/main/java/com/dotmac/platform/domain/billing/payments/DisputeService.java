package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.billing.payments.PaymentAllocationReversal.Cause;
import com.dotmac.platform.domain.billing.payments.PaymentFacts.Part;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to disputes: the payer's bank takes money back, and decides later who keeps it. What is
 * disputed is taken back from invoices like a refund, and given back to them if the dispute is won.
 */
public final class DisputeService {

  private final PaymentRepository payments;
  private final DisputeRepository disputes;
  private final TakingBack takingBack;
  private final PaymentFacts facts;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param invoices the door through which payments are taken back from invoices
   * @param events where facts are told
   * @param audit where acts are recorded
   */
  public DisputeService(
      TenantSessions sessions, InvoiceSettlement invoices, BillingEvents events, AuditTrail audit) {
    payments = new PaymentRepository(sessions);
    disputes = new DisputeRepository(sessions);
    takingBack = new TakingBack(sessions, invoices);
    facts = new PaymentFacts(events);
    this.audit = audit;
  }

  /**
   * Notes that money is disputed. What was refunded before cannot be disputed once more: of one
   * minor unit there is a refund or a dispute.
   *
   * @param amount how much; {@code null}: all that did not go back yet
   * @param providerDisputeId what the provider calls it; {@code null}: nothing
   * @throws PaymentException if there is no such payment, its money has not come, or there is less
   */
  public PaymentDispute open(
      CallContext context,
      UUID paymentId,
      @Nullable Money amount,
      @Nullable String providerDisputeId) {
    TenantScope scope = context.scope();
    Payment payment = payments.hold(scope, paymentId);
    Takings taken = takingBack.find(scope, payment, amount, null);
    Map<String, @Nullable Object> before = payment.auditState();
    PaymentDispute dispute = new PaymentDispute(context, payment, taken, providerDisputeId);
    disputes.add(scope, dispute);
    payment.dispute(taken, context.at());
    List<Part> parts = takingBack.take(context, payment, taken, new Cause(null, dispute.id()));
    disputes.flush(scope);
    facts.dispute(context, EventType.PAYMENT_DISPUTED, payment, dispute, parts);
    audit.record(context, "payment.disputed", paymentId, before, payment.auditState());
    return dispute;
  }

  /**
   * Notes that a dispute was won: the money is back, and pays what it paid, as far as that is still
   * owed.
   *
   * @param expectedVersion version that the caller has read
   * @throws PaymentException if the payment has no such dispute, or it was decided
   * @throws VersionConflictException if the dispute was changed meanwhile
   */
  public PaymentDispute win(CallContext context, UUID paymentId, UUID id, int expectedVersion) {
    Payment payment = payments.hold(context.scope(), paymentId);
    PaymentDispute dispute = disputes.get(context.scope(), paymentId, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, dispute.version());
    return win(context, payment, dispute);
  }

  /**
   * Notes that a dispute was lost: the money is gone.
   *
   * @param expectedVersion version that the caller has read
   * @throws PaymentException if the payment has no such dispute, or it was decided
   * @throws VersionConflictException if the dispute was changed meanwhile
   */
  public PaymentDispute lose(CallContext context, UUID paymentId, UUID id, int expectedVersion) {
    Payment payment = payments.hold(context.scope(), paymentId);
    PaymentDispute dispute = disputes.get(context.scope(), paymentId, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, dispute.version());
    return lose(context, payment, dispute);
  }

  /**
   * One dispute of a payment.
   *
   * @throws PaymentException.DisputeNotFound if the payment has no such dispute
   */
  public PaymentDispute get(TenantScope scope, UUID paymentId, UUID id) {
    return disputes.get(scope, paymentId, id);
  }

  /**
   * A page of the disputes of a payment, newest first.
   *
   * @throws PaymentException.NotFound if the tenant has no such payment
   */
  public Page<PaymentDispute> list(TenantScope scope, UUID paymentId, PageRequest page) {
    payments.get(scope, paymentId);
    return disputes.list(scope, paymentId, page);
  }

  /** The same as {@link #win(CallContext, UUID, UUID, int)} of a payment that is held. */
  PaymentDispute win(CallContext context, Payment payment, PaymentDispute dispute) {
    Map<String, @Nullable Object> before = payment.auditState();
    dispute.close(DisputeStatus.WON, context.at());
    List<Part> parts = takingBack.giveBack(context, payment, new Cause(null, dispute.id()));
    payment.winDispute(dispute.amount().minor(), Part.sum(parts), context.at());
    disputes.flush(context.scope());
    facts.dispute(context, EventType.PAYMENT_DISPUTE_WON, payment, dispute, parts);
    audit.record(context, "payment.dispute_won", payment.id(), before, payment.auditState());
    return dispute;
  }

  /** The same as {@link #lose(CallContext, UUID, UUID, int)} of a payment that is held. */
  PaymentDispute lose(CallContext context, Payment payment, PaymentDispute dispute) {
    Map<String, @Nullable Object> before = payment.auditState();
    dispute.close(DisputeStatus.LOST, context.at());
    payment.loseDispute(dispute.amount().minor(), context.at());
    disputes.flush(context.scope());
    List<Part> parts = takingBack.taken(context, payment, new Cause(null, dispute.id()));
    facts.dispute(context, EventType.PAYMENT_DISPUTE_LOST, payment, dispute, parts);
    audit.record(context, "payment.dispute_lost", payment.id(), before, payment.auditState());
    return dispute;
  }
}
