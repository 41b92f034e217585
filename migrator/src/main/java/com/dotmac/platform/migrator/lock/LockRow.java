package com.dotmac.platform.migrator.lock;

import com.dotmac.platform.migrator.changelog.QuietLiquibase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's own lock: a row that says locked until somebody says otherwise, also when whoever
 * locked it is long dead.
 *
 * @param locked what the row says
 * @param by who locked it, in Liquibase's words
 * @param since when, by the clock of whoever locked it
 */
public record LockRow(boolean locked, @Nullable String by, @Nullable String since) {
  // A row that a migrator has set is stale for whoever holds the deployment lock: no other migrator
  // can be alive. A row of a stock Liquibase need not be: that one knows only the row, and the row
  // names no session. What it cannot do without is a session, of a role that may write the row; and
  // it gives that session no name of its own, so that it carries the name that the PostgreSQL
  // driver
  // gives. While there is such a session the row is taken for its.
  private static final String STRANGER =
      """
      SELECT concat_ws(' ', a.application_name, 'of role', a.usename, 'from ' || host(a.client_addr),
               '(server process', a.pid || ')')
      FROM pg_stat_activity a
      WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
        AND (a.application_name = 'PostgreSQL JDBC Driver' OR a.application_name ILIKE '%liquibase%')
        AND has_table_privilege(a.usesysid, 'public.databasechangeloglock', 'UPDATE')
      ORDER BY a.pid LIMIT 1
      """;

  /**
   * The row as it is; not locked where there is none.
   *
   * @throws SQLException when it cannot be read
   */
  public static LockRow read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT to_regclass('public.databasechangeloglock') IS NOT NULL")) {
        if (!row.next() || !row.getBoolean(1)) {
          return new LockRow(false, null, null);
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT locked, lockedby, to_char(lockgranted, 'YYYY-MM-DD HH24:MI:SS')"
                  + " FROM public.databasechangeloglock ORDER BY locked DESC LIMIT 1")) {
        return row.next()
            ? new LockRow(row.getBoolean(1), row.getString(2), row.getString(3))
            : new LockRow(false, null, null);
      }
    }
  }

  /** A living session of another tool that may have set the row, or {@code null}. */
  @Nullable String stranger(Connection connection) throws SQLException {
    if (!locked || (by != null && by.contains(QuietLiquibase.LOCK_MARK))) {
      return null;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STRANGER)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  /** Sets the row free. Only whoever holds the deployment lock may. */
  static void free(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE public.databasechangeloglock"
              + " SET locked = false, lockgranted = NULL, lockedby = NULL");
    }
  }
}
