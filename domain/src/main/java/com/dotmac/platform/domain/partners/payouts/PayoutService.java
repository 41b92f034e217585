package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.billing.payments.Decline;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door to single payouts, once their batch was handed over. */
public final class PayoutService {

  private static final Set<PayoutStatus> TO_BE_ASKED =
      Set.of(PayoutStatus.PROCESSING, PayoutStatus.UNKNOWN, PayoutStatus.COMPLETED);

  private final PayoutRepository payouts;
  private final BankAccountRepository accounts;
  private final PayoutBooks books;
  private final PayoutEnds ends;
  private final PartnerService partners;
  private final PayoutProviders providers;
  private final PayoutDispatch dispatch;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param partners the door to partners
   * @param providers who moves money
   * @param dispatch has providers asked
   * @param audit where acts are recorded
   */
  public PayoutService(
      TenantSessions sessions,
      PartnerService partners,
      PayoutProviders providers,
      PayoutDispatch dispatch,
      AuditTrail audit) {
    payouts = new PayoutRepository(sessions);
    accounts = new BankAccountRepository(sessions);
    books = new PayoutBooks(sessions);
    ends = new PayoutEnds(sessions, audit);
    this.partners = partners;
    this.providers = providers;
    this.dispatch = dispatch;
  }

  /**
   * The payout with an identifier.
   *
   * @throws PayoutException.NotFound if the tenant has none
   */
  public Payout get(TenantScope scope, UUID id) {
    return payouts.get(scope, id);
  }

  /**
   * A payout of a partner.
   *
   * @throws PayoutException.NotFound if the partner has none
   */
  public Payout getOf(TenantScope scope, UUID partnerId, UUID id) {
    return payouts
        .find(scope, id)
        .filter(payout -> payout.partnerId().equals(partnerId))
        .orElseThrow(PayoutException.NotFound::new);
  }

  /** A page of payouts, newest first. */
  public Page<Payout> list(TenantScope scope, PayoutFilter filter, PageRequest page) {
    return payouts.payouts(scope, filter, page);
  }

  /**
   * A page of the lines that a payout was made of, also if they are free again.
   *
   * @throws PayoutException.NotFound if the tenant has no such payout
   */
  public Page<PayoutLine> lines(TenantScope scope, UUID id, PageRequest page) {
    payouts.get(scope, id);
    return payouts.lines(scope, id, page);
  }

  /**
   * The money reached the partner, people say.
   *
   * @param expectedVersion version that the caller has read
   * @param reference what the bank calls it; {@code null}: nothing
   * @param reachedAt when; {@code null}: now
   * @throws PayoutException if there is no such payout, it is not under way, a provider tells, or
   *     the instant lies ahead
   * @throws VersionConflictException if the payout was changed meanwhile
   */
  public Payout complete(
      CallContext context,
      UUID id,
      int expectedVersion,
      @Nullable String reference,
      @Nullable Instant reachedAt) {
    PayoutEnds.Held held = holdByHand(context, id, expectedVersion);
    ends.complete(context, held, reference, PayoutEnds.reachedAt(context, reachedAt));
    return held.payout();
  }

  /**
   * The money did not reach the partner, or came back, people say: the lines are free.
   *
   * @param expectedVersion version that the caller has read
   * @throws PayoutException if there is no such payout, it neither is under way nor was completed,
   *     or a provider tells
   * @throws VersionConflictException if the payout was changed meanwhile
   */
  public Payout fail(CallContext context, UUID id, int expectedVersion, Decline decline) {
    PayoutEnds.Held held = holdByHand(context, id, expectedVersion);
    ends.fail(context, held, decline);
    return held.payout();
  }

  /**
   * Tries a payout again that failed for certain, with the same lines and by another key.
   *
   * @param expectedVersion version that the caller has read
   * @throws PayoutException.NotFound if the tenant has none
   * @throws PayoutException.StepNotAllowed unless it failed
   * @throws PayoutException.LinesGone if one of its lines is blocked or in another payout
   * @throws PayoutException.PartnerNotPayable if the partner may not be paid now
   * @throws VersionConflictException if the payout was changed meanwhile
   */
  public Payout retry(CallContext context, UUID id, int expectedVersion) {
    PayoutEnds.Held held = hold(context, id, expectedVersion);
    Payout payout = held.payout();
    PayoutStates.check(payout.status(), PayoutStatus.READY);
    PayoutChoice.refuseUnlessPayable(partners, context.scope(), payout.partnerId());
    List<UUID> lines = payouts.lineIds(context.scope(), id);
    if (books.lines().takeAgain(context.scope(), id, lines) != lines.size()) {
      throw new PayoutException.LinesGone();
    }
    var before = payout.auditState();
    payout.tryAgain(context.at());
    payouts.flush(context.scope());
    books.reserved(context, List.of(PayoutSum.of(payout)));
    ends.reopen(context, held.batch());
    if (providers.isByHand(held.batch().provider())) {
      payout.send(
          accounts.payeeOf(context.scope(), payout.partnerId()).map(PayeeAccount::id).orElseThrow(),
          context.at());
    } else {
      dispatch.ask(context.scope(), id, context.at());
    }
    ends.record(context, "payout.retried", payout, before);
    return payout;
  }

  /**
   * Has the provider asked what became of a payout, also of one that was completed: money comes
   * back. The answer is noted when it is there. Of a payout that people make nobody is to be asked,
   * and nothing happens.
   *
   * @param expectedVersion version that the caller has read
   * @throws PayoutException.NotFound if the tenant has none
   * @throws PayoutException.StepNotAllowed if it was not handed over, or failed
   * @throws VersionConflictException if the payout was changed meanwhile
   */
  public Payout reconcile(CallContext context, UUID id, int expectedVersion) {
    PayoutEnds.Held held = hold(context, id, expectedVersion);
    Payout payout = held.payout();
    if (!TO_BE_ASKED.contains(payout.status())) {
      throw new PayoutException.StepNotAllowed(payout.status(), PayoutStatus.COMPLETED);
    }
    if (!providers.isByHand(held.batch().provider())) {
      dispatch.ask(context.scope(), id, context.at());
      ends.record(context, "payout.reconciled", payout, payout.auditState());
    }
    return payout;
  }

  private PayoutEnds.Held holdByHand(CallContext context, UUID id, int expectedVersion) {
    PayoutEnds.Held held = hold(context, id, expectedVersion);
    if (!providers.isByHand(held.batch().provider())) {
      throw new PayoutException.ToldByProvider(held.batch().provider());
    }
    return held;
  }

  private PayoutEnds.Held hold(CallContext context, UUID id, int expectedVersion) {
    PayoutEnds.Held held = ends.hold(context.scope(), id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, held.payout().version());
    return held;
  }
}
