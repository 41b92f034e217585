package com.dotmac.platform.migrator.changelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Is asked before a change is taken back, and told as soon as that is committed. */
public interface RollbackProgress {

  /**
   * The change is about to be taken back, in the transaction that is open on this connection. What
   * is thrown here ends the run with the change as it was.
   *
   * @throws SQLException when a statement fails
   */
  void before(String id, Connection transaction) throws SQLException;

  /** The change and its row in the history are gone; the transaction is committed. */
  void rolledBack(String id, Duration took);
}
