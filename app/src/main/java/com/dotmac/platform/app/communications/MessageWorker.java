package com.dotmac.platform.app.communications;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.communications.DeliveryService;
import com.dotmac.platform.domain.communications.Letter;
import com.dotmac.platform.domain.sealing.BrokenSealException;
import com.dotmac.platform.domain.sealing.SealingException;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one message: takes it out, hands it to the mail server, notes what became of it. Each is a
 * step of its own, so no connection waits for the mail server.
 */
final class MessageWorker {

  private static final Logger LOGGER = LoggerFactory.getLogger(MessageWorker.class);

  /** After a failure that is not the mail server's, such as a database that is away. */
  private static final Duration AFTER_A_SURPRISE = Duration.ofMinutes(1);

  private final DeliveryService deliveries;
  private final UnitsOfWork unitsOfWork;
  private final MailServer mailServer;
  private final DeliveryMetrics metrics;
  private final Clock clock;

  /**
   * A worker.
   *
   * @param deliveries the door
   * @param unitsOfWork where its verbs run
   * @param mailServer takes letters
   * @param metrics counts what became of attempts
   * @param clock tells the instant of an attempt
   */
  MessageWorker(
      DeliveryService deliveries,
      UnitsOfWork unitsOfWork,
      MailServer mailServer,
      DeliveryMetrics metrics,
      Clock clock) {
    this.deliveries = deliveries;
    this.unitsOfWork = unitsOfWork;
    this.mailServer = mailServer;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The kind of work that it does. */
  Task<MessageJob> task() {
    return Tasks.custom(MessageJob.KIND)
        .onFailure(new OnFailureRetryLater<>(AFTER_A_SURPRISE))
        .onDeadExecution((dead, operations) -> operations.reschedule(dead, clock.instant()))
        .execute((piece, context) -> ending(work(piece.getData())));
  }

  private static CompletionHandler<MessageJob> ending(Optional<Instant> again) {
    return again
        .<CompletionHandler<MessageJob>>map(
            at -> (done, operations) -> operations.reschedule(done, at))
        .orElseGet(OnCompleteRemove::new);
  }

  /** Makes an attempt; when to make the next, if there is to be one. */
  private Optional<Instant> work(MessageJob job) {
    TenantScope scope = new TenantScope(job.tenantId());
    Optional<Letter> letter;
    try {
      letter =
          unitsOfWork.in(scope, () -> deliveries.takeOut(scope, job.messageId(), clock.instant()));
    } catch (SealingException | BrokenSealException e) {
      String reason = String.valueOf(e.getMessage());
      return failed(scope, job.messageId(), new DeliveryFailure(reason, reason, false));
    }
    return letter.flatMap(taken -> send(scope, taken));
  }

  private Optional<Instant> send(TenantScope scope, Letter letter) {
    try {
      mailServer.send(letter, clock.instant());
    } catch (MessagingException e) {
      DeliveryFailure failure = DeliveryFailure.of(e);
      return failed(
          scope,
          letter.id(),
          new DeliveryFailure(
              letter.withoutSecret(failure.reason()),
              letter.withoutSecret(failure.story()),
              failure.forGood()));
    }
    unitsOfWork.in(
        scope,
        () -> {
          deliveries.noteSent(scope, letter.id(), clock.instant());
          return letter;
        });
    metrics.sent();
    LOGGER.info("Message {} was sent", letter.id());
    return Optional.empty();
  }

  private Optional<Instant> failed(TenantScope scope, UUID messageId, DeliveryFailure failure) {
    Optional<Instant> again =
        unitsOfWork.in(
            scope,
            () ->
                deliveries.noteFailure(
                    scope, messageId, clock.instant(), failure.reason(), failure.forGood()));
    if (again.isPresent()) {
      metrics.deferred();
      LOGGER.warn("Message {} waits until {}: {}", messageId, again.get(), failure.story());
    } else {
      metrics.failed();
      LOGGER.error("Message {} was given up: {}", messageId, failure.story());
    }
    return again;
  }
}
