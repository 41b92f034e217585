package com.dotmac.platform.it.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tries the wall between tenants rather than reading about it: puts one row of each of two tenants
 * into every table, and looks and writes as the application does.
 *
 * <p>Needs a database of its own: {@link #fill} takes away the constraints and triggers that keep
 * nonsense out, and gives the application every right on rows. Neither is the subject here: the
 * wall must stand without them.
 */
final class IsolationRule {
  static final UUID ONE = UUID.fromString("00000000-0000-7000-8000-000000000001");
  static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-000000000002");

  private static final UUID STRANGER = UUID.fromString("00000000-0000-7000-8000-000000000003");

  /** Tables with the column that says whose a row is; the registry's rows are the tenants. */
  private static final String TABLES =
      """
      SELECT name || ' ' || CASE WHEN of_tenant THEN 'tenant_id' ELSE 'id' END FROM ours
      WHERE of_tenant OR name = 'tenants' ORDER BY name
      """;

  private static final String REQUIRED_COLUMNS =
      """
      SELECT name || '|' || CASE
        WHEN type = 'uuid' THEN 'gen_random_uuid()'
        WHEN type ~ '\\[\\]$' THEN '''{}'''
        WHEN type = 'jsonb' THEN '''{}'''
        WHEN type = 'bytea' THEN '''x'''
        WHEN type = 'boolean' THEN 'true'
        WHEN type ~ '^(timestamp|date)' THEN 'current_date'
        WHEN type ~ '^(smallint|integer|bigint|numeric)' THEN '1'
        ELSE '''x''' END
      FROM cols WHERE table_name = ? AND required AND NOT generated ORDER BY attnum
      """;

  private IsolationRule() {}

  /** Puts one row of each tenant into every table, as the administrator. */
  static void fill(Connection administrator) throws SQLException {
    for (String constraint :
        Catalog.ask(
            administrator,
            """
            SELECT format('ALTER TABLE %I DROP CONSTRAINT IF EXISTS %I CASCADE', ours.name, k.conname)
            FROM ours JOIN pg_constraint k ON k.conrelid = ours.oid WHERE k.contype IN ('c', 'f', 'u')
            UNION ALL
            SELECT format('ALTER TABLE %I DISABLE TRIGGER USER', name) FROM ours
            UNION ALL
            SELECT format('DROP INDEX %s', i.indexrelid::regclass)
            FROM ours JOIN pg_index i ON i.indrelid = ours.oid
            WHERE i.indisunique AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
            """)) {
      Catalog.run(administrator, constraint);
    }
    Catalog.run(
        administrator,
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO dotmac_app");
    for (String[] table : tables(administrator)) {
      for (UUID tenant : List.of(ONE, OTHER)) {
        Catalog.run(administrator, insertion(administrator, table, tenant));
      }
    }
  }

  /** What the application can see or write in one table and should not; leaves no trace. */
  static List<String> leaks(Connection app, String[] table) throws SQLException {
    List<String> sentences = new ArrayList<>();
    app.setAutoCommit(false);
    try {
      sentences.addAll(leaksWithoutTenant(app, table));
      sentences.addAll(leaksToAnotherTenant(app, table));
    } finally {
      app.rollback();
    }
    return sentences.stream().map(sentence -> sentence.formatted(table[0])).toList();
  }

  private static List<String> leaksWithoutTenant(Connection app, String[] table)
      throws SQLException {
    List<String> sentences = new ArrayList<>();
    Catalog.run(app, "SELECT set_config('dotmac.tenant_id', '', true)");
    if (count(app, table[0]) != 0) {
      sentences.add(
          "Table %s shows rows while no tenant is set: its policy must compare with"
              + " current_tenant_id().");
    }
    if (!Refused.isRefused(app, insertion(app, table, ONE))) {
      sentences.add("Table %s takes a row while no tenant is set: its policy needs WITH CHECK.");
    }
    if (touches(app, "UPDATE %s SET %s = '%s'".formatted(table[0], table[1], ONE)) != 0) {
      sentences.add("Table %s lets rows be changed while no tenant is set: mend its policy.");
    }
    if (touches(app, "DELETE FROM " + table[0]) != 0) {
      sentences.add("Table %s lets rows be deleted while no tenant is set: mend its policy.");
    }
    return sentences;
  }

  private static List<String> leaksToAnotherTenant(Connection app, String[] table)
      throws SQLException {
    List<String> sentences = new ArrayList<>();
    Catalog.run(app, "SELECT set_config('dotmac.tenant_id', '%s', true)".formatted(ONE));
    int seen = count(app, table[0]);
    if (seen > 1) {
      sentences.add("Table %s shows the rows of another tenant: mend its policy.");
    }
    if (seen < 1) {
      sentences.add("Table %s hides a tenant's own row from the application: mend its policy.");
    }
    if (!Refused.isRefused(app, insertion(app, table, STRANGER))) {
      sentences.add("Table %s takes a row of another tenant: its policy needs WITH CHECK.");
    }
    if (!Refused.isRefused(
        app, "UPDATE %s SET %s = '%s'".formatted(table[0], table[1], STRANGER))) {
      sentences.add("Table %s lets a row go to another tenant: its policy needs WITH CHECK.");
    }
    if (touches(app, "UPDATE %s SET %s = '%s'".formatted(table[0], table[1], ONE)) > 1) {
      sentences.add("Table %s lets the rows of another tenant be changed: mend its policy.");
    }
    if (touches(app, "DELETE FROM " + table[0]) > 1) {
      sentences.add("Table %s lets the rows of another tenant be deleted: mend its policy.");
    }
    return sentences;
  }

  /** The tables that are tried. */
  static List<String[]> tables(Connection connection) throws SQLException {
    return Catalog.ask(connection, TABLES).stream().map(line -> line.split(" ", 2)).toList();
  }

  private static String insertion(Connection connection, String[] table, UUID tenant)
      throws SQLException {
    return insertion(connection, table, tenant, Map.of());
  }

  /**
   * A statement that puts a row into a table.
   *
   * @param with what some columns hold, as SQL; the others that are required hold anything
   */
  static String insertion(
      Connection connection, String[] table, UUID tenant, Map<String, String> with)
      throws SQLException {
    Map<String, String> given = new LinkedHashMap<>(with);
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (String column : Catalog.ask(connection, REQUIRED_COLUMNS, table[0])) {
      String[] parts = column.split("\\|", 2);
      String other = given.remove(parts[0]);
      names.add(parts[0]);
      values.add(parts[0].equals(table[1]) ? "'" + tenant + "'" : other == null ? parts[1] : other);
    }
    names.addAll(given.keySet());
    values.addAll(given.values());
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(table[0], String.join(", ", names), String.join(", ", values));
  }

  static int count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT count(*) FROM " + table)) {
      answer.next();
      return answer.getInt(1);
    }
  }

  /** How many rows a statement would have written; none when it is refused. */
  static int touches(Connection connection, String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      if (Refused.forWantOfRight(e)) {
        return 0;
      }
      throw e;
    } finally {
      connection.rollback(before);
    }
  }
}
