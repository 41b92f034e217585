package com.dotmac.platform.migrator.changelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;

/**
 * Runs and stamps changes one by one, all of them in one transaction with whatever else is done on
 * its connection: either everything is there afterwards, or nothing is.
 */
public final class OneTransaction {
  private final DatabaseChangeLog changelog;
  private final Database database;
  private final ChangeLogHistoryService history;

  private OneTransaction(DatabaseChangeLog changelog, Database database) throws LiquibaseException {
    this.changelog = changelog;
    this.database = database;
    // Some changes grant rights on both tables.
    LockServiceFactory.getInstance().getLockService(database).init();
    history =
        Scope.getCurrentScope()
            .getSingleton(ChangeLogHistoryServiceFactory.class)
            .getChangeLogService(database);
    history.init();
  }

  /**
   * Does some work and commits it; when it throws, nothing of it remains.
   *
   * @param connection in autocommit mode, as it is again afterwards
   * @throws SQLException as the work throws it
   * @throws LiquibaseException as the work throws it, or when Liquibase cannot begin
   */
  public static void run(Connection connection, Changelog changelog, Work work)
      throws SQLException, LiquibaseException {
    connection.setAutoCommit(false);
    try {
      Exception failure =
          QuietLiquibase.call(
              changelog.files(),
              () -> {
                try {
                  work.on(begun(connection, changelog));
                  return null;
                } catch (SQLException | LiquibaseException e) {
                  return e;
                } finally {
                  Scope.getCurrentScope()
                      .getSingleton(ChangeLogHistoryServiceFactory.class)
                      .resetAll();
                  LockServiceFactory.getInstance().resetAll();
                }
              });
      if (failure instanceof SQLException e) {
        throw e;
      }
      if (failure instanceof LiquibaseException e) {
        throw e;
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static OneTransaction begun(Connection connection, Changelog changelog)
      throws SQLException, LiquibaseException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new HeldConnection(connection));
    Liquibase liquibase = new Liquibase(changelog.path(), changelog.files(), database);
    return new OneTransaction(liquibase.getDatabaseChangeLog(), database);
  }

  /** Whether a change runs in a transaction; one that does not must not be run here. */
  public boolean isTransactional(String id) {
    return set(id).isRunInTransaction();
  }

  /**
   * Runs a change and writes it into the history.
   *
   * @throws LiquibaseException when the server refuses it
   */
  public void apply(String id) throws LiquibaseException {
    ChangeSet set = set(id);
    set.execute(changelog, database);
    history.setExecType(set, ExecType.EXECUTED);
  }

  /**
   * Writes a change into the history without running it.
   *
   * @throws LiquibaseException when the history cannot be written
   */
  public void stamp(String id) throws LiquibaseException {
    history.setExecType(set(id), ExecType.MARK_RAN);
  }

  /**
   * Takes a change out of the history without taking back what it did.
   *
   * @throws LiquibaseException when the history cannot be written
   */
  public void unstamp(String id) throws LiquibaseException {
    history.removeFromHistory(set(id));
  }

  private ChangeSet set(String id) {
    return changelog.getChangeSets().stream()
        .filter(set -> set.getId().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No change " + id));
  }

  /** What is done in the transaction. */
  public interface Work {

    /** Does it. */
    void on(OneTransaction changes) throws SQLException, LiquibaseException;
  }

  /**
   * Leaves committing to whoever opened the connection. Liquibase commits what it has done and
   * rolls back what failed, such as a look at a table that is not there yet: here the one only
   * moves the point to which the other goes back.
   */
  private static final class HeldConnection extends JdbcConnection {
    private final Connection held;
    private Savepoint begin;

    HeldConnection(Connection connection) throws SQLException {
      super(connection);
      held = connection;
      begin = connection.setSavepoint();
    }

    @Override
    public void commit() throws DatabaseException {
      try {
        held.releaseSavepoint(begin);
        begin = held.setSavepoint();
      } catch (SQLException e) {
        throw new DatabaseException(e);
      }
    }

    @Override
    public void rollback() throws DatabaseException {
      try {
        held.rollback(begin);
      } catch (SQLException e) {
        throw new DatabaseException(e);
      }
    }
  }
}
