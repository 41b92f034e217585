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
   * Applies every pending change, each in one transaction with its row in the history.
   *
   * @throws com.dotmac.platform.migrator.outcome.Refusal when a change fails; it names the change,
   *     the changes before it stay
   * @throws LiquibaseException when Liquibase fails outside a change
   */
  public void apply(Connection connection, Progress progress) throws LiquibaseException {
    StepConnection step = new StepConnection(connection);
    StepListener listener = new StepListener(step, progress);
    run(
        step,
        liquibase -> {
          liquibase.setChangeExecListener(listener);
          try {
            liquibase.update(new Contexts(), new LabelExpression());
          } catch (LiquibaseException e) {
            ChangeSet failed = listener.running();
            if (failed == null) {
              throw e;
            }
            throw FailedChange.explain(failed, where, changelog, e);
          }
        });
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
