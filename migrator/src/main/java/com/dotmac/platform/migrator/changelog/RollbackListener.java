package com.dotmac.platform.migrator.changelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Hears from Liquibase which change is taken back, and makes that and the removal of its row in the
 * history one transaction: see {@link StepConnection}.
 */
final class RollbackListener extends AbstractChangeExecListener {
  private final StepConnection step;
  private final Connection connection;
  private final RollbackProgress progress;
  private final Duration lockTimeout;
  private long started;
  private @Nullable ChangeSet running;
  private int done;

  RollbackListener(
      StepConnection step, Connection connection, RollbackProgress progress, Duration lockTimeout) {
    this.lockTimeout = lockTimeout;
    this.step = step;
    this.connection = connection;
    this.progress = progress;
  }

  /** The change at work when Liquibase gave up, or {@code null} when it was none. */
  @Nullable ChangeSet running() {
    return running;
  }

  /** How many changes it heard of that are taken back. */
  int done() {
    return done;
  }

  @Override
  public void willRollback(ChangeSet set, DatabaseChangeLog changelog, Database database) {
    running = set;
    started = System.nanoTime();
    // As when it is applied: what goes concurrently waits for others, and blocks nobody.
    step.limitLockWaits(set.isRunInTransaction() ? lockTimeout : Duration.ZERO);
    try {
      progress.before(set.getId(), connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (set.isRunInTransaction()) {
      step.withholdNextCommit();
    }
  }

  @Override
  public void rolledBack(ChangeSet set, DatabaseChangeLog changelog, Database database) {
    running = null;
    done++;
    progress.rolledBack(set.getId(), Duration.ofNanos(System.nanoTime() - started));
  }
}
