package com.dotmac.platform.migrator.lock;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The wait for one's turn, in three steps: the deployment lock, the end of what a killed migrator
 * still runs in the server, and the lock row of Liquibase.
 *
 * <p>Everything is polled and nothing is waited for inside the server: a waiter in there would hold
 * a snapshot, and a concurrent index build of the migrator that works would wait for that snapshot
 * for ever.
 */
final class Turn {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Target target;
  private final Connection connection;
  private final Duration patience;
  private final Witness witness;
  private final long deadline;

  /** A wait that begins now. */
  Turn(Target target, Connection connection, Duration patience, Witness witness) {
    this.target = target;
    this.connection = connection;
    this.patience = patience;
    this.witness = witness;
    deadline = System.nanoTime() + patience.toNanos();
  }

  /** Returns when the connection holds the lock and nobody else is at work. */
  void await() throws SQLException {
    await("another migrator", this::otherHolder);
    await("the rest of a killed migrator", this::orphan);
    if (LockRow.read(connection).locked()) {
      await(
          "another Liquibase, which has locked the row",
          () -> LockRow.read(connection).stranger(connection));
      LockRow.free(connection);
      witness.notice("Released the lock row that a killed run left behind");
    }
  }

  private void await(String whom, Question who) throws SQLException {
    boolean told = false;
    for (String other = who.ask(); other != null; other = who.ask()) {
      if (System.nanoTime() >= deadline) {
        throw outlasted(whom, other);
      }
      if (!told) {
        witness.waiting("Waiting for " + whom + ": " + other);
        told = true;
      }
      pause();
    }
  }

  private @Nullable String otherHolder() throws SQLException {
    if ("t".equals(first("SELECT pg_try_advisory_lock(" + LockKeys.DEPLOYMENT + ")"))) {
      return null;
    }
    String holder = first(sessions(LockKeys.IS_DEPLOYMENT));
    return holder == null ? "one that has just ended" : holder;
  }

  private @Nullable String orphan() throws SQLException {
    return first(sessions(LockKeys.IS_WORK));
  }

  private static String sessions(String condition) {
    return """
        SELECT concat_ws(' ',
                 coalesce(nullif(a.application_name, ''), 'a client without a name'),
                 'of role', a.usename, 'from ' || host(a.client_addr),
                 'since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'),
                 '(server process', a.pid || ')')
        FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE %s
        """
        .formatted(condition);
  }

  private @Nullable String first(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private Refusal outlasted(String whom, String other) {
    return new Refusal(
        ExitCode.LOCKED,
        target.describe() + " is locked by " + whom,
        "After " + patience.toSeconds() + " s the lock is still held by " + other + ".",
        "wait until it has ended, then run the same command again; --wait SECONDS waits longer;\n"
            + "db locks shows what it does",
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

  /** Who is in the way now, or {@code null}. */
  private interface Question {
    @Nullable String ask() throws SQLException;
  }
}
