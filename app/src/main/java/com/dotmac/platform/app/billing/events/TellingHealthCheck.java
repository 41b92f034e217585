package com.dotmac.platform.app.billing.events;

import com.codahale.metrics.health.HealthCheck;
import com.dotmac.platform.app.jobs.Backlog;
import com.dotmac.platform.app.jobs.BacklogWatch;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/**
 * Says on the admin port whether consumers keep up with the facts of billing. It never takes an
 * instance out of service: facts wait.
 */
final class TellingHealthCheck extends HealthCheck {

  private static final Duration LATE = Duration.ofMinutes(5);

  private final BacklogWatch watch;
  private final Clock clock;

  /**
   * A check.
   *
   * @param watch what waits
   * @param clock tells how long
   */
  TellingHealthCheck(BacklogWatch watch, Clock clock) {
    this.watch = watch;
    this.clock = clock;
  }

  @Override
  protected Result check() {
    Backlog backlog;
    try {
      backlog = watch.look();
    } catch (SQLException e) {
      return Result.unhealthy("The database does not answer");
    }
    Duration age = backlog.age(clock.instant());
    ResultBuilder result = Result.builder();
    if (age.compareTo(LATE) > 0) {
      result
          .unhealthy()
          .withMessage(
              "%s", "A consumer is behind; the log says why, if it does not take a fact in");
    } else {
      result.healthy().withMessage("%s", "Consumers keep up");
    }
    return result
        .withDetail("waiting", backlog.size())
        .withDetail("oldestWaitSeconds", age.toSeconds())
        .build();
  }
}
