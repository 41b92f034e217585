package com.dotmac.platform.migrator.changelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * The connection Liquibase works on, which makes a change and its row in the history one
 * transaction.
 *
 * <p>Liquibase commits the change, then writes the row and commits again: a process killed between
 * the two leaves tables that no history knows, and the next run fails on them. Here the first of
 * the two commits is left out, so either both are there or neither is.
 */
final class StepConnection extends JdbcConnection {
  private boolean withheld;

  StepConnection(Connection connection) {
    super(connection);
  }

  /** Leaves out the next commit. */
  void withholdNextCommit() {
    withheld = true;
  }

  /**
   * Bounds how long a statement waits for a lock from here on; zero is no bound. Within a
   * transaction the bound is taken back with it.
   */
  void limitLockWaits(Duration timeout) {
    try (Statement statement = getUnderlyingConnection().createStatement()) {
      statement.execute("SET lock_timeout TO " + timeout.toMillis());
    } catch (SQLException e) {
      throw new IllegalStateException("The server does not take a lock timeout", e);
    }
  }

  @Override
  public void commit() throws DatabaseException {
    if (withheld) {
      withheld = false;
      return;
    }
    super.commit();
  }

  @Override
  public void rollback() throws DatabaseException {
    withheld = false;
    super.rollback();
  }
}
