package com.dotmac.platform.app.communications;

import com.codahale.metrics.health.HealthCheck;
import com.dotmac.platform.app.jobs.Backlog;
import com.dotmac.platform.app.jobs.BacklogWatch;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/**
 * Says on the admin port whether mail goes out. It never takes an instance out of service: a
 * request needs no mail server, and messages wait.
 */
final class MailHealthCheck extends HealthCheck {

  /** Longer than a mail server that is restarted stays away. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final boolean configured;
  private final BacklogWatch watch;
  private final Clock clock;

  /**
   * A check.
   *
   * @param configured whether there is a mail server
   * @param watch what waits
   * @param clock tells how long
   */
  MailHealthCheck(boolean configured, BacklogWatch watch, Clock clock) {
    this.configured = configured;
    this.watch = watch;
    this.clock = clock;
  }

  @Override
  protected Result check() {
    Backlog backlog;
    try {
      backlog = watch.look();
    } catch (SQLException e) {
      // That of the database says why; a trace of ours is nobody's business.
      return Result.unhealthy("The database does not answer");
    }
    Duration age = backlog.age(clock.instant());
    ResultBuilder result = Result.builder();
    if (!configured && backlog.size() > 0) {
      result.unhealthy().withMessage("%s", "Messages wait, and no mail server is configured");
    } else if (!configured) {
      result.healthy().withMessage("%s", "No mail server is configured, and no message waits");
    } else if (age.compareTo(LATE) > 0) {
      result.unhealthy().withMessage("%s", "Messages wait for longer than they should");
    } else {
      result.healthy().withMessage("%s", "Messages go out");
    }
    return result
        .withDetail("configured", configured)
        .withDetail("waiting", backlog.size())
        .withDetail("oldestWaitSeconds", age.toSeconds())
        .build();
  }
}
