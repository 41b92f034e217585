package com.dotmac.platform.migrator.changelog;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.CountChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;

/**
 * Liquibase's update without its command framework: the same lock row, the same history, the same
 * validation, filters and visitor, in the same order. What is left out is what the framework adds
 * around them and nobody here reads: every other command's definition, a status run for a summary,
 * and a report. On a small database that is a third of the time.
 */
final class DirectUpdate {
  private DirectUpdate() {}

  /**
   * Applies the pending changes.
   *
   * @param count how many of them; all when there are fewer
   * @param listener hears of each
   * @throws LiquibaseException when Liquibase or a change fails
   */
  static void run(Liquibase liquibase, int count, ChangeExecListener listener)
      throws LiquibaseException {
    Database database = liquibase.getDatabase();
    DatabaseChangeLog changes = liquibase.getDatabaseChangeLog();
    LockService lock = LockServiceFactory.getInstance().getLockService(database);
    lock.waitForLock();
    try {
      apply(database, changes, count, listener);
    } finally {
      try {
        lock.releaseLock();
      } finally {
        forget();
      }
    }
  }

  private static void apply(
      Database database, DatabaseChangeLog changes, int count, ChangeExecListener listener)
      throws LiquibaseException {
    Contexts contexts = new Contexts();
    LabelExpression labels = new LabelExpression();
    ChangeLogHistoryService history = histories().getChangeLogService(database);
    history.init();
    changes.validate(database, contexts, labels);
    ShouldRunChangeSetFilter pending = new ShouldRunChangeSetFilter(database);
    new ChangeLogIterator(
            changes,
            pending,
            new ContextChangeSetFilter(contexts),
            new LabelChangeSetFilter(labels),
            new DbmsChangeSetFilter(database),
            new IgnoreChangeSetFilter(),
            new CountChangeSetFilter(count))
        .run(
            new UpdateVisitor(database, listener, pending),
            new RuntimeEnvironment(database, contexts, labels));
  }

  /** The next run in this process is on another connection, and must not find this one's. */
  private static void forget() {
    LockServiceFactory.getInstance().resetAll();
    histories().resetAll();
    Scope.getCurrentScope().getSingleton(ExecutorService.class).reset();
  }

  private static ChangeLogHistoryServiceFactory histories() {
    return Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class);
  }
}
