package com.dotmac.platform.app.communications;

import com.dotmac.platform.app.jobs.Backlog;
import io.dropwizard.lifecycle.Managed;
import java.sql.SQLException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds how many messages wait, so that whoever asks for figures does not wait
 * for a database that is away.
 */
final class BacklogWatch implements Managed {

  private static final Logger LOGGER = LoggerFactory.getLogger(BacklogWatch.class);
  private static final long SECONDS_BETWEEN = 10;

  private final DataSource pool;
  private final ScheduledExecutorService executor;
  private volatile Backlog latest = new Backlog(0, null);

  /**
   * A watch that has not begun.
   *
   * @param pool where connections come from
   * @param executor looks in the background; stopped by whoever made it
   */
  BacklogWatch(DataSource pool, ScheduledExecutorService executor) {
    this.pool = pool;
    this.executor = executor;
  }

  @Override
  public void start() {
    ScheduledFuture<?> unused =
        executor.scheduleWithFixedDelay(this::lookOnceMore, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
  }

  /** What was found last. */
  Backlog latest() {
    return latest;
  }

  /**
   * Looks now.
   *
   * @throws SQLException if the database does not answer
   */
  Backlog look() throws SQLException {
    Backlog found = Backlog.of(pool, MessageJob.KIND);
    latest = found;
    return found;
  }

  private void lookOnceMore() {
    try {
      look();
    } catch (SQLException e) {
      LOGGER.debug("Nobody knows how many messages wait", e);
    }
  }
}
