package com.dotmac.platform.migrator.changelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of its own past: the rows of {@code databasechangelog}, and the tables that
 * are there. Read with plain JDBC, so that Liquibase is not loaded to learn that nothing is to be
 * done.
 *
 * @param entries the applied changes in the order they were applied; empty when there is no history
 * @param tables tables of schema {@code public} other than those of the migrator itself, sorted
 */
public record History(List<Entry> entries, List<String> tables) {
  static final String COLUMNS =
      "id, author, filename, md5sum, to_char(dateexecuted, 'YYYY-MM-DD HH24:MI:SS \"UTC\"'), tag";

  // A tag on an empty history makes Liquibase add a row for a change that no list contains.
  static final String OF_A_LIST = "filename <> 'liquibase-internal'";

  static final String ORDER = "orderexecuted, dateexecuted";

  private static final String ENTRIES =
      "SELECT "
          + COLUMNS
          + " FROM public.databasechangelog WHERE "
          + OF_A_LIST
          + " ORDER BY "
          + ORDER;

  // The column has no zone; every connection of the migrator writes UTC.
  private static final String AFTER =
      "SELECT id FROM public.databasechangelog"
          + " WHERE dateexecuted > ?::timestamptz AT TIME ZONE 'UTC'";

  private static final String TABLES =
      """
      SELECT c.relname
      FROM pg_class c
      WHERE c.relnamespace = to_regnamespace('public') AND c.relkind IN ('r', 'p')
        AND c.relname NOT IN (
          'databasechangelog', 'databasechangeloglock', 'migration_runs', 'migration_steps')
        AND NOT EXISTS (
          SELECT FROM pg_depend d
          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY c.relname
      """;

  /** Keeps copies of the lists. */
  public History {
    entries = List.copyOf(entries);
    tables = List.copyOf(tables);
  }

  /**
   * One applied change.
   *
   * @param checksum as Liquibase kept it; {@code null} when it was cleared
   * @param at when it was applied, in the server's words
   * @param tag {@code null} when none was set here
   */
  public record Entry(
      String id,
      String author,
      String path,
      @Nullable String checksum,
      String at,
      @Nullable String tag) {

    boolean isOf(Change change) {
      return id.equals(change.id()) && author.equals(change.author()) && path.equals(change.path());
    }
  }

  /**
   * The history of the connected database.
   *
   * @throws SQLException when it cannot be read
   */
  public static History read(Connection connection) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (exists(statement)) {
        try (ResultSet row = statement.executeQuery(ENTRIES)) {
          while (row.next()) {
            entries.add(entry(row));
          }
        }
      }
      try (ResultSet row = statement.executeQuery(TABLES)) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
    }
    return new History(entries, tables);
  }

  /**
   * Ids of the changes applied after an instant.
   *
   * @param connection to a database that has a history
   * @throws SQLException when the history cannot be read
   */
  public static Set<String> appliedAfter(Connection connection, Instant instant)
      throws SQLException {
    Set<String> ids = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
      statement.setString(1, instant.toString());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
    }
    return ids;
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT to_regclass('public.databasechangelog') IS NOT NULL")) {
      return row.next() && row.getBoolean(1);
    }
  }

  static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }
}
