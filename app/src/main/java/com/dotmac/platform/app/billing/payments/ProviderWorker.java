package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.billing.payments.PaymentProvider;
import com.dotmac.platform.domain.billing.payments.ProviderAnswer;
import com.dotmac.platform.domain.billing.payments.ProviderOrder;
import com.dotmac.platform.domain.billing.payments.ProviderUnreachableException;
import com.dotmac.platform.domain.billing.payments.RefundSettlementService;
import com.dotmac.platform.domain.billing.payments.SettlementService;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks providers: takes out what to ask for, asks, notes the answer. Each is a step of its own, so
 * no transaction waits for a provider, and an instance that dies between two of them is followed by
 * one that first asks what became of the question.
 *
 * @param settlements the door to charges
 * @param refunds the door to refunds
 * @param unitsOfWork where their verbs run
 * @param clock tells the instant
 */
record ProviderWorker(
    SettlementService settlements,
    RefundSettlementService refunds,
    UnitsOfWork unitsOfWork,
    Clock clock) {

  private static final Logger LOGGER = LoggerFactory.getLogger(ProviderWorker.class);

  /** After a failure that is not the provider's, such as a database that is away. */
  private static final Duration AFTER_A_SURPRISE = Duration.ofMinutes(1);

  /** Drawing money. */
  Task<ChargeJob> charges() {
    return task(ChargeJob.KIND, this::charge);
  }

  /** Sending money back. */
  Task<RefundJob> refundings() {
    return task(RefundJob.KIND, this::refund);
  }

  private <T> Task<T> task(TaskDescriptor<T> kind, Function<T, Optional<Instant>> work) {
    return Tasks.custom(kind)
        .onFailure(new OnFailureRetryLater<>(AFTER_A_SURPRISE))
        .onDeadExecution((dead, operations) -> operations.reschedule(dead, clock.instant()))
        .execute(
            (piece, context) ->
                work.apply(piece.getData())
                    .<CompletionHandler<T>>map(
                        at -> (done, operations) -> operations.reschedule(done, at))
                    .orElseGet(OnCompleteRemove::new));
  }

  private Optional<Instant> charge(ChargeJob job) {
    TenantScope scope = new TenantScope(job.tenantId());
    return ask(
        scope,
        unitsOfWork.in(scope, () -> settlements.takeOut(scope, job.paymentId(), clock.instant())),
        order ->
            order.askedBefore() ? order.provider().charged(order.what().key()) : Optional.empty(),
        order -> order.provider().charge(order.what()),
        (context, answer) -> settlements.note(context, job.paymentId(), answer));
  }

  private Optional<Instant> refund(RefundJob job) {
    TenantScope scope = new TenantScope(job.tenantId());
    return ask(
        scope,
        unitsOfWork.in(
            scope, () -> refunds.takeOut(scope, job.paymentId(), job.refundId(), clock.instant())),
        order -> order.provider().refunded(order.what().key()),
        order -> order.provider().refund(order.what()),
        (context, answer) -> refunds.note(context, job.paymentId(), job.refundId(), answer));
  }

  private <T> Optional<Instant> ask(
      TenantScope scope,
      Optional<ProviderOrder<T>> found,
      Question<T, Optional<ProviderAnswer>> whatBecameOfIt,
      Question<T, ProviderAnswer> doIt,
      Note note) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ProviderOrder<T> order = found.get();
    ProviderAnswer answer;
    try {
      Optional<ProviderAnswer> known = whatBecameOfIt.ask(order);
      answer = known.isPresent() ? known.get() : doIt.ask(order);
    } catch (ProviderUnreachableException e) {
      Instant again = order.again(clock.instant());
      LOGGER.warn("{} is asked again at {}: {}", order.provider().code(), again, e.getMessage());
      return Optional.of(again);
    }
    return unitsOfWork.in(scope, () -> note.take(context(scope, order.provider()), answer));
  }

  private CallContext context(TenantScope scope, PaymentProvider provider) {
    return new CallContext(
        scope, Actor.system("payments-" + provider.code()), clock.instant(), null, null);
  }

  /** A question to a provider. */
  private interface Question<T, R> {
    R ask(ProviderOrder<T> order) throws ProviderUnreachableException;
  }

  /** What is done with an answer. */
  private interface Note {
    Optional<Instant> take(CallContext context, ProviderAnswer answer);
  }
}
