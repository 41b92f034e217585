package com.dotmac.platform.app.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the history of changes that the migrator keeps in the database, and nothing else of his:
 * two queries, whatever the number of changes.
 */
final class ChangeHistory {

  private ChangeHistory() {}

  /**
   * The changes that the database has seen, oldest first.
   *
   * @return empty if there is no history
   */
  static Optional<List<AppliedChange>> read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!exists(statement)) {
        return Optional.empty();
      }
      List<AppliedChange> changes = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT id, coalesce(labels, '') FROM public.databasechangelog ORDER BY orderexecuted")) {
        while (rows.next()) {
          changes.add(new AppliedChange(rows.getString(1), rows.getString(2).contains("contract")));
        }
      }
      return Optional.of(changes);
    }
  }

  /**
   * How many tables there are beside those the migrator makes for itself before its first change.
   */
  static long countTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                AND n.nspname NOT LIKE 'pg!_%' ESCAPE '!'
                AND c.relname NOT IN ('databasechangeloglock', 'migration_runs', 'migration_steps')
                """)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT to_regclass('public.databasechangelog') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
