package com.dotmac.platform.app.partners.payouts;

import com.codahale.metrics.health.HealthCheck;
import com.dotmac.platform.app.jobs.Backlog;
import com.dotmac.platform.app.jobs.BacklogWatch;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/**
 * Says on the admin port whether payouts come to an end. It never takes an instance out of service:
 * a payout whose provider is away waits.
 */
final class PayoutHealthCheck extends HealthCheck {

  /** Longer than a transfer between banks takes over a weekend. */
  private static final Duration LATE = Duration.ofDays(4);

  private final BacklogWatch watch;
  private final Clock clock;

  /**
   * A check.
   *
   * @param watch what waits
   * @param clock tells how long
   */
  PayoutHealthCheck(BacklogWatch watch, Clock clock) {
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
          .withMessage("%s", "A provider does not say what became of a payout; ask it yourself");
    } else {
      result.healthy().withMessage("%s", "Payouts come to an end");
    }
    return result
        .withDetail("waiting", backlog.size())
        .withDetail("oldestWaitSeconds", age.toSeconds())
        .build();
  }
}
