package com.dotmac.platform.migrator.changelog;

import java.time.Duration;
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
  private long started;
  private @Nullable ChangeSet running;

  StepListener(StepConnection connection, Progress progress) {
    this.connection = connection;
    this.progress = progress;
  }

  /** The change at work when Liquibase gave up, or {@code null} when it was none. */
  @Nullable ChangeSet running() {
    return running;
  }

  @Override
  public void willRun(
      ChangeSet set, DatabaseChangeLog changelog, Database database, RunStatus status) {
    running = set;
    started = System.nanoTime();
  }

  @Override
  public void willRun(
      Change change, ChangeSet set, DatabaseChangeLog changelog, Database database) {
    if (set.isRunInTransaction()) {
      connection.withholdNextCommit();
    }
  }

  @Override
  public void ran(ChangeSet set, DatabaseChangeLog changelog, Database database, ExecType outcome) {
    running = null;
    progress.applied(set.getId(), Duration.ofNanos(System.nanoTime() - started));
  }
}
