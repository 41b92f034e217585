package com.dotmac.platform.migrator.lock;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The second connection that the look for a pooler needs, kept for the work that follows: signing
 * in is the dearest part of a short run. Whoever has to wait for the lock gives it back, so that
 * twenty waiters do not take forty places in the server.
 */
final class Spare implements Witness {
  private final Witness witness;
  private @Nullable Connection connection;

  /**
   * @param witness told what this one is told
   */
  Spare(Witness witness) {
    this.witness = witness;
  }

  /** Keeps a connection that nobody else uses. */
  void keep(Connection open) {
    connection = open;
  }

  /** The connection, which is the caller's now; {@code null} when there is none. */
  @Nullable Connection take() {
    Connection taken = connection;
    connection = null;
    return taken;
  }

  /** Closes the connection when nobody took it. */
  void close() throws SQLException {
    Connection left = take();
    if (left != null) {
      left.close();
    }
  }

  @Override
  public void waiting(String line) {
    try {
      close();
    } catch (SQLException e) {
      throw new IllegalStateException("A connection cannot be closed", e);
    }
    witness.waiting(line);
  }

  @Override
  public void notice(String line) {
    witness.notice(line);
  }
}
