package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.billing.payments.ProviderAnswer;
import com.dotmac.platform.domain.billing.payments.ProviderUnreachableException;
import com.dotmac.platform.domain.partners.payouts.PayoutProvider;
import com.dotmac.platform.domain.partners.payouts.PayoutQuestion;
import com.dotmac.platform.domain.partners.payouts.PayoutSettlementService;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has partners paid by providers: takes a payout out, asks, notes the answer. Each is a step of its
 * own, so no transaction waits for a provider, and an instance that dies between two of them is
 * followed by one that first asks what became of the question.
 *
 * @param settlements the door
 * @param unitsOfWork where its verbs run
 * @param metrics counts
 * @param clock tells the instant
 */
record PayoutWorker(
    PayoutSettlementService settlements,
    UnitsOfWork unitsOfWork,
    PayoutMetrics metrics,
    Clock clock) {

  private static final Logger LOGGER = LoggerFactory.getLogger(PayoutWorker.class);

  /** After a failure that is not the provider's, such as a database that is away. */
  private static final Duration AFTER_A_SURPRISE = Duration.ofMinutes(1);

  /** The kind of work that it does. */
  Task<PayoutJob> task() {
    return Tasks.custom(PayoutJob.KIND)
        .onFailure(new OnFailureRetryLater<>(AFTER_A_SURPRISE))
        .onDeadExecution((dead, operations) -> operations.reschedule(dead, clock.instant()))
        .execute(
            (piece, context) ->
                pay(piece.getData())
                    .<CompletionHandler<PayoutJob>>map(
                        at -> (done, operations) -> operations.reschedule(done, at))
                    .orElseGet(OnCompleteRemove::new));
  }

  private Optional<Instant> pay(PayoutJob job) {
    TenantScope scope = new TenantScope(job.tenantId());
    Optional<PayoutQuestion> found =
        unitsOfWork.in(scope, () -> settlements.takeOut(scope, job.payoutId(), clock.instant()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PayoutQuestion question = found.get();
    PayoutProvider provider = question.provider();
    String key = question.order().key();
    Optional<ProviderAnswer> answer;
    try {
      answer = ask(question);
    } catch (ProviderUnreachableException e) {
      metrics.lost();
      unitsOfWork.in(
          scope,
          () -> {
            settlements.lose(context(scope, provider), job.payoutId(), key);
            return key;
          });
      Instant again = question.again(clock.instant());
      LOGGER.warn("{} is asked again at {}: {}", provider.code(), again, e.getMessage());
      return Optional.of(again);
    }
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    metrics.answered(answer.get());
    return unitsOfWork.in(
        scope, () -> settlements.note(context(scope, provider), job.payoutId(), key, answer.get()));
  }

  /** What a provider never heard of is asked for by the same key; what was done is not. */
  private static Optional<ProviderAnswer> ask(PayoutQuestion question)
      throws ProviderUnreachableException {
    PayoutProvider provider = question.provider();
    Optional<ProviderAnswer> known =
        question.askedBefore() ? provider.look(question.order().key()) : Optional.empty();
    return known.isPresent() || question.onlyLook()
        ? known
        : Optional.of(provider.pay(question.order()));
  }

  private CallContext context(TenantScope scope, PayoutProvider provider) {
    return new CallContext(
        scope, Actor.system("payouts-" + provider.code()), clock.instant(), null, null);
  }
}
