package com.dotmac.platform.migrator.rollback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts what is stored, and is not deceived by row security: where it is forced, the owner himself
 * sees no rows, and a count would say that a full table is empty.
 *
 * <p>A table without a page on disk is empty, and a small one is counted. Where row security is
 * forced that needs the strongest lock for the moment of the count, to lift the force in a
 * transaction that is taken back; the lock is never queued for, so nobody waits behind it. For a
 * big table, or one that stays busy, the server's estimate is told as such.
 */
public final class StakeCounter {
  /** Up to this size a table is counted. */
  private static final long COUNTED_BYTES = 64L << 20;

  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 50;
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  // A table that was never analysed has -1 for an estimate; the counters of its activity may know.
  private static final String FACTS =
      """
      SELECT coalesce((SELECT sum(pg_relation_size(relid)) FROM pg_partition_tree(c.oid)),
                      pg_relation_size(c.oid)),
             row_security_active(c.oid),
             CASE WHEN c.reltuples >= 0 THEN c.reltuples::bigint ELSE pg_stat_get_live_tuples(c.oid) END
      FROM pg_class c WHERE c.oid = to_regclass(?)
      """;

  private final Connection connection;

  private StakeCounter(Connection connection) {
    this.connection = connection;
  }

  /**
   * How much is stored in each.
   *
   * @param connection of the owner of the tables, in autocommit mode as it is again afterwards
   * @throws SQLException when a table cannot be read
   */
  public static List<Stake> count(Connection connection, List<Loss> losses) throws SQLException {
    Map<String, List<Loss>> byTable = new LinkedHashMap<>();
    losses.forEach(
        loss -> byTable.computeIfAbsent(loss.table(), table -> new ArrayList<>()).add(loss));
    StakeCounter counter = new StakeCounter(connection);
    List<Stake> stakes = new ArrayList<>();
    for (Map.Entry<String, List<Loss>> table : byTable.entrySet()) {
      stakes.addAll(counter.ofTable(table.getKey(), table.getValue()));
    }
    return List.copyOf(stakes);
  }

  /**
   * What holds data now. Each table is locked until the transaction ends, so the answer stays true
   * in it.
   *
   * @param transaction of the owner of the tables, with autocommit off
   * @throws SQLException when a table cannot be locked or read
   */
  public static List<Loss> filled(Connection transaction, List<Loss> losses) throws SQLException {
    List<Loss> filled = new ArrayList<>();
    try (Statement statement = transaction.createStatement()) {
      for (Loss loss : losses) {
        statement.execute("LOCK TABLE " + loss.table() + " IN ACCESS EXCLUSIVE MODE");
        Savepoint before = transaction.setSavepoint();
        statement.execute("ALTER TABLE " + loss.table() + " NO FORCE ROW LEVEL SECURITY");
        String where = loss.column() == null ? "" : " WHERE " + loss.column() + " IS NOT NULL";
        try (ResultSet row =
            statement.executeQuery("SELECT EXISTS (SELECT FROM " + loss.table() + where + ")")) {
          if (row.next() && row.getBoolean(1)) {
            filled.add(loss);
          }
        }
        transaction.rollback(before);
      }
    }
    return filled;
  }

  private List<Stake> ofTable(String table, List<Loss> losses) throws SQLException {
    long bytes = 0;
    boolean hidden = false;
    long estimate = 0;
    try (PreparedStatement statement = connection.prepareStatement(FACTS)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          bytes = row.getLong(1);
          hidden = row.getBoolean(2);
          estimate = Math.max(1, row.getLong(3));
        }
      }
    }
    if (bytes == 0) {
      return losses.stream().map(loss -> new Stake(loss, 0, true)).toList();
    }
    for (int attempt = 0; bytes <= COUNTED_BYTES && attempt < ATTEMPTS; attempt++) {
      try {
        return counted(table, losses, hidden);
      } catch (SQLException e) {
        if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
          throw e;
        }
        pause();
      }
    }
    long rows = estimate;
    return losses.stream().map(loss -> new Stake(loss, rows, false)).toList();
  }

  private List<Stake> counted(String table, List<Loss> losses, boolean hidden) throws SQLException {
    List<String> counts =
        losses.stream()
            .map(loss -> loss.column() == null ? "count(*)" : "count(" + loss.column() + ")")
            .toList();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      String mode = hidden ? "ACCESS EXCLUSIVE" : "ACCESS SHARE";
      statement.execute("LOCK TABLE " + table + " IN " + mode + " MODE NOWAIT");
      if (hidden) {
        statement.execute("ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
      }
      // Whatever still hides rows is an error from here on, and not a smaller number.
      statement.execute("SET LOCAL row_security TO off");
      List<Stake> stakes = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery("SELECT " + String.join(", ", counts) + " FROM " + table)) {
        row.next();
        for (int i = 0; i < losses.size(); i++) {
          stakes.add(new Stake(losses.get(i), row.getLong(i + 1), true));
        }
      }
      return stakes;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a table", e);
    }
  }
}
