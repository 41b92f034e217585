package com.dotmac.platform.migrator.lock;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Opening;
import com.dotmac.platform.migrator.target.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The right to change a database, held by one migrator at a time: an advisory lock of PostgreSQL on
 * a connection of its own.
 *
 * <p>The server drops it when the process dies, however it dies. {@link #open} gives the sessions
 * that work under it; each is marked, so that the next migrator waits until the last statement of a
 * killed one has ended.
 */
public final class DeploymentLock implements AutoCloseable {
  /**
   * Condition on {@code pg_locks l}: some migrator works on this database, or the rest of a killed
   * one does.
   */
  public static final String SOMEBODY_WORKS =
      "((" + LockKeys.IS_DEPLOYMENT + ") OR (" + LockKeys.IS_WORK + "))";

  private static final Duration STILL_HELD = Duration.ofMillis(50);

  private final Target target;
  private final Connection connection;
  private final Spare spare;
  private final Watch watch;
  private volatile long heldAt;

  private DeploymentLock(Target target, Connection connection, Spare spare, Watch watch) {
    this.target = target;
    this.connection = connection;
    this.spare = spare;
    this.watch = watch;
  }

  /**
   * Takes the lock, waiting for whoever has it, and sets a lock row free that a killed run of
   * Liquibase left behind.
   *
   * @param patience how long to wait for another migrator
   * @param witness told who is waited for, what was healed, and while the lock is held, from
   *     another thread, who blocks the work and how far a long step is
   * @throws Refusal when there is no connection, when there is a transaction pooler on the way, or
   *     when another migrator outlasts the patience
   * @throws SQLException when the connection breaks
   */
  public static DeploymentLock acquire(Target target, Duration patience, Witness witness)
      throws SQLException {
    Connection connection = Connector.open(target);
    return acquire(target, connection, Opening.of(target), patience, witness);
  }

  /**
   * The same on an open connection, which the lock takes over.
   *
   * @param connection as {@link Connector#open} gives it; closed with the lock, and on failure
   * @param other to the same database, for the work under the lock, which takes it over
   * @throws Refusal as {@link #acquire(Target, Duration, Witness)}
   * @throws SQLException when the connection breaks
   */
  public static DeploymentLock acquire(
      Target target, Connection connection, Opening other, Duration patience, Witness witness)
      throws SQLException {
    Spare spare = new Spare(witness);
    try {
      Connection second = other.take();
      spare.keep(second);
      Pooler.refuse(target, connection, second);
      new Turn(target, connection, patience, spare).await();
      return new DeploymentLock(target, connection, spare, Watch.start(connection, witness));
    } catch (SQLException | RuntimeException e) {
      spare.close();
      connection.close();
      throw e;
    }
  }

  /**
   * The same, for who only prints lines.
   *
   * @throws Refusal as {@link #acquire(Target, Duration, Witness)}
   * @throws SQLException when the connection breaks
   */
  public static DeploymentLock acquire(Target target, Duration patience, Consumer<String> lines)
      throws SQLException {
    return acquire(target, patience, Witness.of(lines));
  }

  /**
   * A new session to work in, in autocommit mode, whose waits are watched; whoever asks for it
   * closes it.
   *
   * @throws Refusal when there is no connection
   * @throws SQLException when it breaks
   */
  public Connection open() throws SQLException {
    int holder = number(connection, "SELECT pg_backend_pid()");
    Connection kept = spare.take();
    Connection work = kept == null ? Connector.open(target) : kept;
    try {
      String mark = "SELECT pg_advisory_lock_shared(%d, %d)".formatted(LockKeys.WORK, holder);
      watch.over(number(work, mark + ", pg_backend_pid()", 2));
      return work;
    } catch (SQLException | RuntimeException e) {
      work.close();
      throw e;
    }
  }

  /**
   * The lock's own connection, in autocommit mode, for single statements that must not be part of
   * the work. It stays open until the lock is closed.
   */
  public Connection connection() {
    return connection;
  }

  /** Who stands, or last stood, in the way of the working session. */
  public List<Blocker> blockers() {
    return watch.blockers();
  }

  /**
   * Returns when the lock is still held; to be asked before every change. The server is asked when
   * its last answer is older than a change may take before anybody looks again, or when the
   * connection made trouble since: the record of each change goes over it, too.
   *
   * @throws Refusal when it is lost: somebody ended its session, or the network did
   */
  public void verify() {
    watch.forget();
    SQLException failure = watch.failure();
    long now = System.nanoTime();
    if (failure == null && heldAt != 0 && now - heldAt < STILL_HELD.toNanos()) {
      return;
    }
    try {
      if (failure == null
          && number(
                  connection,
                  "SELECT count(*) FROM pg_locks l WHERE l.pid = pg_backend_pid() AND "
                      + LockKeys.IS_DEPLOYMENT)
              == 1) {
        heldAt = now;
        return;
      }
    } catch (SQLException e) {
      failure = e;
    }
    throw new Refusal(
        ExitCode.UNREACHABLE,
        "the deployment lock of " + target.describe() + " was lost",
        "Its session has ended"
            + (failure == null ? "." : ": " + failure.getMessage())
            + "\nThe changes before it stay applied.",
        "run the same command again; db locks shows who holds the lock now",
        failure);
  }

  /** Has the server be asked the next time, whatever it said last: its connection made trouble. */
  public void doubt() {
    heldAt = 0;
  }

  /** Lets the lock go. */
  @Override
  public void close() throws SQLException {
    watch.close();
    spare.close();
    connection.close();
  }

  private static int number(Connection connection, String query) throws SQLException {
    return number(connection, query, 1);
  }

  private static int number(Connection connection, String query, int column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(column);
    }
  }
}
