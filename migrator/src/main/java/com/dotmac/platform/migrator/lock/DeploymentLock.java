package com.dotmac.platform.migrator.lock;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The right to change a database, held by one migrator at a time: an advisory lock of PostgreSQL on
 * a connection of its own.
 *
 * <p>The server drops it when the process dies, however it dies. It is polled and never waited for
 * inside the server: a waiter in there would hold a snapshot, and a concurrent index build of the
 * migrator that works would wait for that snapshot for ever.
 */
public final class DeploymentLock implements AutoCloseable {
  /**
   * One key for every release, so that old and new migrators exclude each other: "dotmac" twice.
   */
  private static final long KEY = 0x646f746d_6163646dL;

  private static final Duration POLL = Duration.ofMillis(200);

  private final Connection connection;

  private DeploymentLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes the lock, waiting for whoever has it, and heals a lock row that a killed run of Liquibase
   * left behind: under this lock no migrator can be alive that owns it.
   *
   * @param patience how long to wait for another migrator
   * @param notice told once who is waited for, and of a healed lock row
   * @throws Refusal when there is no connection, or another migrator outlasts the patience
   * @throws SQLException when the connection breaks
   */
  public static DeploymentLock acquire(Target target, Duration patience, Consumer<String> notice)
      throws SQLException {
    Connection connection = Connector.open(target);
    try {
      long deadline = System.nanoTime() + patience.toNanos();
      boolean told = false;
      while (!yes(connection, "SELECT pg_try_advisory_lock(" + KEY + ")")) {
        String holder = holder(connection);
        if (System.nanoTime() >= deadline) {
          throw outlasted(target, patience, holder);
        }
        if (!told) {
          notice.accept("Waiting for another migrator: " + holder);
          told = true;
        }
        pause();
      }
      heal(connection, notice);
      return new DeploymentLock(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Lets the lock go. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static String holder(Connection connection) throws SQLException {
    String sql =
        """
        SELECT concat_ws(' ',
                 coalesce(nullif(a.application_name, ''), 'a client without a name'),
                 'of role', a.usename, 'from ' || host(a.client_addr),
                 'since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'),
                 '(server process', a.pid || ')')
        FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND l.classid = %d AND l.objid = %d
        """
            .formatted(KEY >>> 32, KEY & 0xffff_ffffL);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "one that has just ended";
    }
  }

  private static void heal(Connection connection, Consumer<String> notice) throws SQLException {
    // Looks before it writes: a role that may only read must still learn that nothing is to be
    // done.
    if (yes(connection, "SELECT to_regclass('public.databasechangeloglock') IS NOT NULL")
        && yes(connection, "SELECT coalesce(bool_or(locked), false) FROM databasechangeloglock")) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "UPDATE databasechangeloglock SET locked = false, lockgranted = NULL, lockedby = NULL");
      }
      notice.accept("Released the lock row that a killed run left behind");
    }
  }

  private static boolean yes(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static Refusal outlasted(Target target, Duration patience, String holder) {
    return new Refusal(
        ExitCode.LOCKED,
        target.describe() + " is locked by another migrator",
        "After " + patience.toSeconds() + " s the lock is still held by " + holder + ".",
        "wait until it has ended, then run the same command again; --wait SECONDS waits longer",
        null);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the deployment lock", e);
    }
  }
}
