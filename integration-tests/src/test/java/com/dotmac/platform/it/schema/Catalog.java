package com.dotmac.platform.it.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Asks the catalogue of one database. The questions of the rules are SQL whose answer is a list of
 * sentences, over views of this class that leave out what is not ours. Never changes anything that
 * outlives the transaction.
 */
final class Catalog {
  /**
   * Tables of the migration tool: made and owned by it, read by the application, mapped nowhere.
   */
  static final List<String> TABLES_OF_THE_TOOL =
      List.of("databasechangelog", "databasechangeloglock", "migration_runs", "migration_steps");

  /**
   * {@code ours}: tables of the platform, and whether each belongs to a tenant. {@code cols}: their
   * columns. {@code keys}: their foreign keys with the columns in order.
   */
  private static final String VIEWS =
      """
      WITH ours AS (
        SELECT c.oid, c.relname AS name, c.relrowsecurity, c.relforcerowsecurity,
               EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id'
                       AND NOT a.attisdropped) AS of_tenant
        FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND c.relname NOT IN ('databasechangelog', 'databasechangeloglock', 'migration_runs', 'migration_steps')
      ),
      cols AS (
        SELECT o.oid, o.name AS table_name, o.of_tenant, a.attnum, a.attname AS name,
               format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
               a.attgenerated <> '' AS generated
        FROM ours o JOIN pg_attribute a ON a.attrelid = o.oid
        WHERE a.attnum > 0 AND NOT a.attisdropped
      ),
      keys AS (
        SELECT k.conname AS name, o.oid, o.name AS table_name, o.of_tenant, k.conkey, k.confrelid, k.confkey,
               (SELECT array_agg(c.name::text ORDER BY u.place) FROM unnest(k.conkey) WITH ORDINALITY u(attnum, place)
                JOIN cols c ON c.oid = o.oid AND c.attnum = u.attnum) AS columns
        FROM ours o JOIN pg_constraint k ON k.conrelid = o.oid
        WHERE k.contype = 'f'
      )
      """;

  private Catalog() {}

  /** The first column of the answer, one entry per row. */
  static List<String> ask(Connection connection, String question, Object... parameters)
      throws SQLException {
    List<String> answers = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(VIEWS + question)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          answers.add(Objects.requireNonNull(rows.getString(1), question));
        }
      }
    }
    return answers;
  }

  /** Runs statements for their effect. */
  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
