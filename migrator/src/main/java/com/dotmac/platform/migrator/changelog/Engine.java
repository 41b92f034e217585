package com.dotmac.platform.migrator.changelog;

import java.io.Writer;
import java.sql.Connection;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The one place that lets Liquibase change a database. Holds no lock: whoever calls it holds the
 * deployment lock.
 */
public final class Engine {
  private final Changelog changelog;
  private final String where;

  /**
   * An engine for one list of changes.
   *
   * @param where which database it will work on, for messages
   */
  public Engine(Changelog changelog, String where) {
    this.changelog = changelog;
    this.where = where;
  }

  /**
   * Applies every pending change, each in one transaction with its row in the history. Waits for a
   * lock as long as it takes.
   *
   * @throws com.dotmac.platform.migrator.outcome.Refusal when a change fails; it names the change,
   *     the changes before it stay
   * @throws LiquibaseException when Liquibase fails outside a change
   */
  public void apply(Connection connection, Progress progress) throws LiquibaseException {
    apply(connection, progress, new OneAttempt());
  }

  /**
   * Applies every pending change, each in one transaction with its row in the history.
   *
   * @param attempts bounds the wait for a lock, and says how often a change is tried again
   * @throws com.dotmac.platform.migrator.outcome.Refusal when a change fails; it names the change,
   *     the changes before it stay
   * @throws LiquibaseException when Liquibase fails outside a change
   */
  public void apply(Connection connection, Progress progress, Attempts attempts)
      throws LiquibaseException {
    StepConnection step = new StepConnection(connection);
    Recovery recovery = new Recovery(connection, progress, attempts);
    LiquibaseException failure;
    do {
      StepListener listener = new StepListener(step, progress, attempts.lockTimeout());
      step.limitLockWaits(attempts.lockTimeout());
      failure = update(step, listener);
      if (failure != null && !recovery.after(failure, listener.running())) {
        ChangeSet failed = listener.running();
        if (failed == null) {
          throw failure;
        }
        throw FailedChange.explain(failed, where, changelog, failure);
      }
    } while (failure != null);
  }

  private @Nullable LiquibaseException update(StepConnection step, StepListener listener) {
    try {
      run(
          step,
          liquibase -> {
            liquibase.setChangeExecListener(listener);
            liquibase.update(new Contexts(), new LabelExpression());
          });
      return null;
    } catch (LiquibaseException e) {
      return e;
    }
  }

  /**
   * Writes the SQL that {@link #apply} would run, and changes nothing.
   *
   * @throws LiquibaseException when Liquibase cannot tell
   */
  public void preview(Connection connection, Writer sql) throws LiquibaseException {
    run(
        new StepConnection(connection),
        liquibase -> liquibase.updateSql(new Contexts(), new LabelExpression(), sql));
  }

  /**
   * Hands a Liquibase on the connection to some other work.
   *
   * @throws LiquibaseException as the work throws it
   */
  public void run(Connection connection, LiquibaseWork work) throws LiquibaseException {
    run(new StepConnection(connection), work);
  }

  private void run(StepConnection connection, LiquibaseWork work) throws LiquibaseException {
    LiquibaseException failure =
        QuietLiquibase.call(
            changelog.files(),
            () -> {
              try {
                work.on(liquibase(connection));
                return null;
              } catch (LiquibaseException e) {
                return e;
              }
            });
    if (failure != null) {
      throw failure;
    }
  }

  private Liquibase liquibase(StepConnection connection) throws LiquibaseException {
    Database database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
    Liquibase liquibase = new Liquibase(changelog.path(), changelog.files(), database);
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
    return liquibase;
  }

  /** Something to do with a Liquibase. */
  public interface LiquibaseWork {

    /** Does it. */
    void on(Liquibase liquibase) throws LiquibaseException;
  }
}
