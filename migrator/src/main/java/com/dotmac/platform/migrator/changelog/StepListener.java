package com.dotmac.platform.migrator.changelog;

import com.dotmac.platform.migrator.catalog.InvalidIndex;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.ChangeSet.RunStatus;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Hears from Liquibase which change begins and ends, times it, and remembers the one that failed.
 */
final class StepListener extends AbstractChangeExecListener {
  private final StepConnection connection;
  private final Progress progress;
  private final Duration lockTimeout;
  private long started;
  private @Nullable ChangeSet running;
  private int done;

  StepListener(StepConnection connection, Progress progress, Duration lockTimeout) {
    this.connection = connection;
    this.progress = progress;
    this.lockTimeout = lockTimeout;
  }

  /** The change at work when Liquibase gave up, or {@code null} when it was none. */
  @Nullable ChangeSet running() {
    return running;
  }

  /** How many changes it heard of that are applied. */
  int done() {
    return done;
  }

  @Override
  public void willRun(
      ChangeSet set, DatabaseChangeLog changelog, Database database, RunStatus status) {
    progress.starting(set.getId());
    running = set;
    started = System.nanoTime();
    if (!set.isRunInTransaction()) {
      // A concurrent index build waits for every older transaction, and loses all its work when it
      // is told to wait no longer. It blocks nobody while it waits.
      connection.limitLockWaits(Duration.ZERO);
    }
  }

  @Override
  public void willRun(
      Change change, ChangeSet set, DatabaseChangeLog changelog, Database database) {
    if (set.isRunInTransaction()) {
      connection.withholdNextCommit();
    }
  }

  @Override
  public void ran(Change change, ChangeSet set, DatabaseChangeLog changelog, Database database) {
    if (!set.isRunInTransaction()) {
      refuseInvalid(set);
    }
  }

  @Override
  public void ran(ChangeSet set, DatabaseChangeLog changelog, Database database, ExecType outcome) {
    running = null;
    done++;
    if (!set.isRunInTransaction()) {
      connection.limitLockWaits(lockTimeout);
    }
    progress.applied(set.getId(), Duration.ofNanos(System.nanoTime() - started));
  }

  /** With IF NOT EXISTS the server is content with an invalid index; we are not. */
  private void refuseInvalid(ChangeSet set) {
    try {
      List<InvalidIndex> left = Leftovers.of(set, connection.getUnderlyingConnection());
      if (!left.isEmpty()) {
        throw new InvalidIndexLeft(left.get(0).qualified());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue cannot be read after a change", e);
    }
  }
}
