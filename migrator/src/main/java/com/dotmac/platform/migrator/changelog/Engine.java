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
    apply(connection, Integer.MAX_VALUE, progress, new OneAttempt());
  }

  /**
   * Applies the first of the pending changes, each in one transaction with its row in the history.
   *
   * @param count how many of them; all when there are fewer
   * @param attempts bounds the wait for a lock, and says how often a change is tried again
   * @throws com.dotmac.platform.migrator.outcome.Refusal when a change fails; it names the change,
   *     the changes before it stay
   * @throws LiquibaseException when Liquibase fails outside a change
   */
  public void apply(Connection connection, int count, Progress progress, Attempts attempts)
      throws LiquibaseException {
    StepConnection step = new StepConnection(connection);
    Recovery recovery = new Recovery(connection, progress, attempts);
    LiquibaseException failure;
    int left = count;
    do {
      StepListener listener = new StepListener(step, progress, attempts.lockTimeout());
      step.limitLockWaits(attempts.lockTimeout());
      failure = update(step, left, listener);
      left -= listener.done();
      if (failure != null && !recovery.after(failure, listener.running())) {
        ChangeSet failed = listener.running();
        if (failed == null) {
          throw failure;
        }
        throw FailedChange.explain(failed, where, changelog, failure);
      }
    } while (failure != null);
  }

  private @Nullable LiquibaseException update(
      StepConnection step, int count, StepListener listener) {
    return attempt(step, liquibase -> DirectUpdate.run(liquibase, count, listener));
  }

  private @Nullable LiquibaseException attempt(StepConnection step, LiquibaseWork work) {
    try {
      run(step, work);
      return null;
    } catch (LiquibaseException e) {
      return e;
    }
  }

  /**
   * Writes the SQL that {@link #apply} would run, and changes nothing.
   *
   * @param count how many of the pending changes; all when there are fewer
   * @throws LiquibaseException when Liquibase cannot tell
   */
  public void preview(Connection connection, int count, Writer sql) throws LiquibaseException {
    run(
        new StepConnection(connection),
        liquibase -> liquibase.update(count, new Contexts(), new LabelExpression(), sql));
  }

  /**
   * Takes back the changes applied last, each in one transaction with its row in the history.
   *
   * @param count how many of them
   * @param attempts bounds the wait for a lock, and says how often a change is tried again
   * @throws com.dotmac.platform.migrator.outcome.Refusal when a rollback fails; it names the
   *     change, those taken back before it stay so
   * @throws LiquibaseException when Liquibase fails outside a change
   */
  public void rollback(
      Connection connection, int count, RollbackProgress progress, Attempts attempts)
      throws LiquibaseException {
    StepConnection step = new StepConnection(connection);
    Recovery recovery = new Recovery(connection, (id, took) -> {}, attempts);
    LiquibaseException failure;
    int left = count;
    do {
      RollbackListener listener =
          new RollbackListener(step, connection, progress, attempts.lockTimeout());
      step.limitLockWaits(attempts.lockTimeout());
      failure = rollback(step, left, listener);
      left -= listener.done();
      if (failure != null && !recovery.after(failure, listener.running())) {
        ChangeSet failed = listener.running();
        if (failed == null) {
          throw failure;
        }
        throw FailedChange.explainRollback(failed, where, failure);
      }
    } while (failure != null);
  }

  private @Nullable LiquibaseException rollback(
      StepConnection step, int count, RollbackListener listener) {
    return attempt(
        step,
        liquibase -> {
          liquibase.setChangeExecListener(listener);
          liquibase.rollback(count, new Contexts(), new LabelExpression());
        });
  }

  /**
   * Writes the SQL that {@link #rollback} would run, and changes nothing.
   *
   * @throws LiquibaseException when Liquibase cannot tell
   */
  public void previewRollback(Connection connection, int count, Writer sql)
      throws LiquibaseException {
    run(
        new StepConnection(connection),
        liquibase -> liquibase.rollback(count, new Contexts(), new LabelExpression(), sql));
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
    Database database = new StepDatabase(connection);
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
