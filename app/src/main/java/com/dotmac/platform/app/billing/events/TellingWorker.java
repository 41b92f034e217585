package com.dotmac.platform.app.billing.events;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.billing.events.EventConsumer;
import com.dotmac.platform.domain.billing.events.EventTelling;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a consumer all facts of a tenant that it has not been told, in one transaction per batch. A
 * batch that fails is told anew fact by fact, so that all before the one that does not go in are
 * kept; that one is tried again later, and those behind it wait.
 */
final class TellingWorker {

  private static final Logger LOGGER = LoggerFactory.getLogger(TellingWorker.class);
  private static final int BATCH = 500;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Map<String, EventConsumer> consumers;
  private final EventTelling telling;
  private final UnitsOfWork unitsOfWork;
  private final TellingMetrics metrics;
  private final Clock clock;

  /**
   * A worker.
   *
   * @param consumers whom it can tell
   * @param telling the door
   * @param unitsOfWork where its verb runs
   * @param metrics counts
   * @param clock tells the instant
   */
  TellingWorker(
      Collection<EventConsumer> consumers,
      EventTelling telling,
      UnitsOfWork unitsOfWork,
      TellingMetrics metrics,
      Clock clock) {
    this.consumers =
        consumers.stream()
            .collect(Collectors.toUnmodifiableMap(EventConsumer::name, Function.identity()));
    this.telling = telling;
    this.unitsOfWork = unitsOfWork;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The kind of work that it does. */
  Task<TellingJob> task() {
    return Tasks.oneTime(TellingJob.KIND)
        .onFailure(this::again)
        .onDeadExecution((dead, operations) -> operations.reschedule(dead, clock.instant()))
        .execute((piece, context) -> tellAll(piece.getData()));
  }

  private void tellAll(TellingJob job) {
    EventConsumer consumer = consumers.get(job.consumer());
    if (consumer == null) {
      throw new IllegalStateException("This instance has no consumer " + job.consumer());
    }
    TenantScope scope = new TenantScope(job.tenantId());
    int batch = BATCH;
    int told;
    do {
      try {
        told = tell(scope, consumer, batch);
      } catch (RuntimeException e) {
        if (batch == 1) {
          throw e;
        }
        batch = 1;
        told = 1;
      }
    } while (told > 0);
  }

  private int tell(TenantScope scope, EventConsumer consumer, int most) {
    int told = unitsOfWork.in(scope, () -> telling.tell(scope, consumer, most, clock.instant()));
    metrics.told(consumer.name(), told);
    return told;
  }

  /** Later, and always: a fact is never left out. */
  private void again(ExecutionComplete failed, ExecutionOperations<TellingJob> operations) {
    TellingJob job = (TellingJob) failed.getExecution().taskInstance.getData();
    metrics.failed(job.consumer());
    int before = Math.min(failed.getExecution().consecutiveFailures, 10);
    Duration wait = FIRST_WAIT.multipliedBy(1L << before);
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      wait = LONGEST_WAIT;
    }
    LOGGER.error(
        "Consumer {} did not take a fact in, and is told it again in {}",
        job.consumer(),
        wait,
        failed.getCause().orElse(null));
    operations.reschedule(failed, clock.instant().plus(wait));
  }
}
