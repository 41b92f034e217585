package com.dotmac.platform.migrator.lock;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Refuses a connection pooler that gives a client another server process for each transaction.
 *
 * <p>Behind one, the lock would belong to a process that other clients use, and would stay when
 * this migrator ends. It is found out by what it does: two connections that are open at the same
 * time, one of them in a transaction, each keep the process they had. Poolers that keep one process
 * per client pass.
 *
 * <p>Each connection is asked twice in a row. One that gives a process back before it answers hands
 * the last one to whoever asks next, so the other connection is seen with it; one that gives it
 * back after the answer does not have it at hand yet when the same connection asks again.
 */
final class Pooler {
  private static final int ROUNDS = 2;

  private Pooler() {}

  /**
   * Returns when each of two connections has a server process of its own. Takes no lock, so that
   * nothing stays behind in a pooler.
   *
   * @param first in autocommit mode, as it is again afterwards
   * @param second likewise
   * @throws Refusal when processes change
   * @throws SQLException when a connection breaks
   */
  static void refuse(Target target, Connection first, Connection second) throws SQLException {
    int ofFirst = process(first);
    int ofSecond = process(second);
    boolean steady = ofFirst != ofSecond;
    for (int round = 0; steady && round < ROUNDS; round++) {
      steady = steady(first, ofFirst, second, ofSecond) && steady(second, ofSecond, first, ofFirst);
    }
    if (!steady) {
      throw refusal(target);
    }
  }

  private static boolean steady(Connection idle, int ofIdle, Connection busy, int ofBusy)
      throws SQLException {
    busy.setAutoCommit(false);
    try {
      return process(busy) == ofBusy && process(idle) == ofIdle && process(idle) == ofIdle;
    } finally {
      busy.rollback();
      busy.setAutoCommit(true);
    }
  }

  private static int process(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static Refusal refusal(Target target) {
    return new Refusal(
        ExitCode.UNREACHABLE,
        target.describe() + " is behind a transaction pooler",
        "The server process changes from one transaction to the next. A lock taken there would not"
            + " be ours and would stay in the pooler. Nothing was run.",
        "point DATABASE_URL at the server itself, or at a pool in session mode",
        null);
  }
}
