package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.UUID;

/**
 * The door for what providers tell by themselves. They tell it at least once and in any order, so
 * each verb behind this door changes nothing when it is said again.
 */
public final class NoticeService {

  private static final Decline UNSAID = new Decline("unsaid", "The provider did not say why.");

  private final PaymentRepository payments;
  private final DisputeRepository disputes;
  private final SettlementService settlements;
  private final RefundSettlementService refunds;
  private final DisputeService disputing;
  private final ProviderDispatch dispatch;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param settlements notes what became of charges
   * @param refunds notes what became of refunds
   * @param disputing notes what became of disputes
   * @param dispatch has a provider asked
   */
  public NoticeService(
      TenantSessions sessions,
      SettlementService settlements,
      RefundSettlementService refunds,
      DisputeService disputing,
      ProviderDispatch dispatch) {
    payments = new PaymentRepository(sessions);
    disputes = new DisputeRepository(sessions);
    this.settlements = settlements;
    this.refunds = refunds;
    this.disputing = disputing;
    this.dispatch = dispatch;
  }

  /**
   * Takes a notice.
   *
   * @return the payment as it is then
   * @throws PaymentException if the tenant has no such payment, refund or dispute, or the notice
   *     does not name what it is about
   */
  public Payment take(CallContext context, UUID paymentId, ProviderNotice notice) {
    TenantScope scope = context.scope();
    Payment payment = payments.hold(scope, paymentId);
    Instant at = notice.at() == null ? context.at() : notice.at();
    Decline decline = notice.decline() == null ? UNSAID : notice.decline();
    if (notice.refundId() != null && !notice.kind().isOfARefund()) {
      throw new PaymentException.Contradiction("This kind of notice is about no refund.");
    }
    switch (notice.kind()) {
      case CHARGE_SUCCEEDED ->
          settlements.note(context, paymentId, new ProviderAnswer.Done(notice.name(), at));
      case CHARGE_FAILED ->
          settlements
              .note(context, paymentId, new ProviderAnswer.Refused(decline))
              .ifPresent(again -> dispatch.charge(scope, paymentId, again));
      case REFUND_SUCCEEDED ->
          refunds.note(
              context, paymentId, refundOf(notice), new ProviderAnswer.Done(notice.name(), at));
      case REFUND_FAILED ->
          refunds.note(context, paymentId, refundOf(notice), new ProviderAnswer.Refused(decline));
      case DISPUTE_OPENED, DISPUTE_WON, DISPUTE_LOST -> dispute(context, payment, notice);
    }
    payments.flush(scope);
    return payment;
  }

  /**
   * A dispute that is not known yet is opened, whichever notice of it comes first. What went back
   * already is not taken once more, whatever the bank says.
   */
  private void dispute(CallContext context, Payment payment, ProviderNotice notice) {
    String name = notice.name();
    if (name == null) {
      throw new PaymentException.Contradiction("A dispute has a name at the provider.");
    }
    PaymentDispute dispute = disputes.find(context.scope(), payment, name);
    if (dispute == null) {
      if (payment.status().isReceived() && payment.returnable() == 0) {
        return;
      }
      dispute =
          disputing.open(context, payment.id(), payment.asFarAsReturnable(notice.amount()), name);
    }
    if (notice.kind() != NoticeKind.DISPUTE_OPENED && dispute.status() == DisputeStatus.OPEN) {
      if (notice.kind() == NoticeKind.DISPUTE_WON) {
        disputing.win(context, payment, dispute);
      } else {
        disputing.lose(context, payment, dispute);
      }
    }
  }

  private static UUID refundOf(ProviderNotice notice) {
    UUID refundId = notice.refundId();
    if (refundId == null) {
      throw new PaymentException.Contradiction("Say which refund it is about.");
    }
    return refundId;
  }
}
