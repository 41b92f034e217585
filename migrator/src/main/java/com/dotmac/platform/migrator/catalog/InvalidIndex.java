package com.dotmac.platform.migrator.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An index that no query uses, because its concurrent build did not come to its end.
 *
 * @param name as the catalogue has it, without quotes
 * @param table the same of its table
 * @param qualified name with schema, as a statement wants it
 */
public record InvalidIndex(String name, String table, String qualified) {
  // Left out: those that a session may be building right now, and those that belong to a constraint
  // or wait
  // for the parts of a partitioned table.
  private static final String INVALID =
      """
      SELECT c.relname, t.relname, format('%I.%I', n.nspname, c.relname)
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_class t ON t.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT i.indisvalid AND c.relkind = 'i'
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid)
        AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid)
        AND NOT EXISTS (
          SELECT FROM pg_stat_progress_create_index p
          WHERE p.datname = current_database() AND (p.relid = t.oid OR p.relid IS NULL))
      ORDER BY 3
      """;

  /**
   * Those of the connected database.
   *
   * @throws SQLException when the catalogue cannot be read
   */
  public static List<InvalidIndex> all(Connection connection) throws SQLException {
    List<InvalidIndex> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(INVALID)) {
      while (row.next()) {
        found.add(new InvalidIndex(row.getString(1), row.getString(2), row.getString(3)));
      }
    }
    return found;
  }
}
