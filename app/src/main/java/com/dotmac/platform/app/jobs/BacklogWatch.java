package com.dotmac.platform.app.jobs;

import com.github.kagkarlsson.scheduler.task.HasTaskName;
import io.dropwizard.lifecycle.Managed;
import java.sql.SQLException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds how much work of one kind waits, so that whoever asks for figures does
 * not wait for a database that is away.
 */
public final class BacklogWatch implements Managed {

  private static final Logger LOGGER = LoggerFactory.getLogger(BacklogWatch.class);
  private static final long SECONDS_BETWEEN = 10;

  private final DataSource pool;
  private final HasTaskName kind;
  private final ScheduledExecutorService executor;
  private volatile Backlog latest = new Backlog(0, null);

  /**
   * A watch that has not begun.
   *
   * @param pool where connections come from
   * @param kind kind of work
   * @param executor looks in the background; stopped by whoever made it
   */
  public BacklogWatch(DataSource pool, HasTaskName kind, ScheduledExecutorService executor) {
    this.pool = pool;
    this.kind = kind;
    this.executor = executor;
  }

  @Override
  public void start() {
    ScheduledFuture<?> unused =
        executor.scheduleWithFixedDelay(this::lookOnceMore, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
  }

  /** What was found last. */
  public Backlog latest() {
    return latest;
  }

  /**
   * Looks now.
   *
   * @throws SQLException if the database does not answer
   */
  public Backlog look() throws SQLException {
    Backlog found = Backlog.of(pool, kind);
    latest = found;
    return found;
  }

  private void lookOnceMore() {
    try {
      look();
    } catch (SQLException e) {
      LOGGER.debug("Nobody knows how much of {} waits", kind.getTaskName(), e);
    }
  }
}
