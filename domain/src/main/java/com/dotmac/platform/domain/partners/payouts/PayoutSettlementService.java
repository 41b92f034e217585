package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.billing.payments.PaymentPatience;
import com.dotmac.platform.domain.billing.payments.ProviderAnswer;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door for whoever asks providers: takes a payout out, and notes what the provider said.
 * Between the two lies the provider, and no transaction. An answer that is lost leaves the payout
 * unknown, and the next question is what became of it, by the same key: nothing is ever paid twice.
 */
public final class PayoutSettlementService {

  private static final Set<PayoutStatus> HANDED_OVER =
      EnumSet.of(PayoutStatus.PROCESSING, PayoutStatus.UNKNOWN, PayoutStatus.COMPLETED);

  private final PayoutRepository payouts;
  private final BankAccountRepository accounts;
  private final PayoutEnds ends;
  private final PayoutProviders providers;
  private final Seals seals;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param providers who moves money
   * @param seals opens accounts
   * @param audit where acts are recorded
   */
  public PayoutSettlementService(
      TenantSessions sessions, PayoutProviders providers, Seals seals, AuditTrail audit) {
    payouts = new PayoutRepository(sessions);
    accounts = new BankAccountRepository(sessions);
    ends = new PayoutEnds(sessions, audit);
    this.providers = providers;
    this.seals = seals;
  }

  /**
   * Takes a payout out to ask the provider for it, or what became of it. What is handed over for
   * the first time is marked so before anybody is asked.
   *
   * @param at now
   * @return empty if there is nothing to ask
   */
  public Optional<PayoutQuestion> takeOut(TenantScope scope, UUID payoutId, Instant at) {
    PayoutEnds.Held held = ends.hold(scope, payoutId);
    Payout payout = held.payout();
    boolean first = payout.status() == PayoutStatus.READY;
    if (!first && !HANDED_OVER.contains(payout.status())) {
      return Optional.empty();
    }
    PayoutProvider provider = providers.get(held.batch().provider());
    if (first) {
      payout.send(
          accounts.payeeOf(scope, payout.partnerId()).map(PayeeAccount::id).orElseThrow(), at);
      payouts.flush(scope);
    }
    // Asked for again, it goes where it went: the key stands for both.
    BankAccount payee =
        accounts
            .payee(scope, Objects.requireNonNull(payout.payeeAccountId()))
            .orElseThrow()
            .open(seals);
    return Optional.of(
        new PayoutQuestion(
            provider,
            new PayoutProvider.Order(payout.attemptKey(), payout.amount(), payee, at),
            !first,
            payout.status() == PayoutStatus.COMPLETED,
            Objects.requireNonNull(payout.sentAt())));
  }

  /**
   * Notes what a provider said of a payout. Said again, it changes nothing.
   *
   * @param key the key that it is about; of an attempt that is over, nothing is noted
   * @return when to ask the provider again; empty if it has said its last word
   */
  public Optional<Instant> note(
      CallContext context, UUID payoutId, String key, ProviderAnswer answer) {
    PayoutEnds.Held held = ends.hold(context.scope(), payoutId);
    Payout payout = held.payout();
    if (!payout.attemptKey().equals(key) || !HANDED_OVER.contains(payout.status())) {
      return Optional.empty();
    }
    boolean hadReached = payout.status() == PayoutStatus.COMPLETED;
    if (answer instanceof ProviderAnswer.Done done && !hadReached) {
      ends.complete(context, held, done.name(), done.at());
    } else if (answer instanceof ProviderAnswer.Refused refused) {
      ends.fail(context, held, refused.decline());
    } else if (answer instanceof ProviderAnswer.Underway underway && !hadReached) {
      var before = payout.auditState();
      payout.underway(underway.name(), context.at());
      ends.record(context, "payout.named", payout, before);
      return Optional.of(
          PaymentPatience.question(Objects.requireNonNull(payout.sentAt()), context.at()));
    }
    return Optional.empty();
  }

  /**
   * Notes that no answer came: only the provider can tell now.
   *
   * @param key the key that was asked for
   */
  public void lose(CallContext context, UUID payoutId, String key) {
    Payout payout = ends.hold(context.scope(), payoutId).payout();
    if (payout.attemptKey().equals(key) && payout.status() == PayoutStatus.PROCESSING) {
      var before = payout.auditState();
      payout.lose(context.at());
      ends.record(context, "payout.unknown", payout, before);
    }
  }
}
