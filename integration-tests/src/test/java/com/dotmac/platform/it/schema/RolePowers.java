package com.dotmac.platform.it.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a role could do to the schema, tried statement by statement rather than read off its grants:
 * the server has more ways to a right than a rule about grants knows.
 */
final class RolePowers {
  private static final List<String> ON_THE_DATABASE =
      List.of(
          "CREATE TABLE public.odd (id int)",
          "CREATE VIEW public.odd AS SELECT 1",
          "CREATE SEQUENCE public.odd",
          "CREATE TYPE public.odd AS ENUM ('a')",
          "CREATE FUNCTION public.odd() RETURNS int LANGUAGE sql AS 'SELECT 1'",
          "CREATE SCHEMA odd",
          "CREATE EXTENSION hstore",
          "CREATE ROLE odd",
          "ALTER ROLE CURRENT_USER BYPASSRLS",
          "ALTER ROLE CURRENT_USER SUPERUSER",
          "SET ROLE dotmac_owner",
          "SET session_replication_role TO replica",
          "DROP FUNCTION current_tenant_id()",
          "ALTER FUNCTION current_tenant_id() VOLATILE");

  private static final List<String> ON_EACH_TABLE =
      List.of(
          "ALTER TABLE %s ADD COLUMN odd int",
          "ALTER TABLE %s RENAME TO odd",
          "ALTER TABLE %s DISABLE ROW LEVEL SECURITY",
          "ALTER TABLE %s NO FORCE ROW LEVEL SECURITY",
          "ALTER TABLE %s DISABLE TRIGGER ALL",
          "ALTER TABLE %s OWNER TO CURRENT_USER",
          "CREATE POLICY odd ON %s USING (true)",
          "CREATE INDEX odd ON %s ((1))",
          "CREATE TRIGGER odd BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
          "COMMENT ON TABLE %s IS 'odd'",
          "TRUNCATE %s",
          "DROP TABLE %s CASCADE");

  private static final List<String> WRITES =
      List.of(
          "INSERT INTO %s DEFAULT VALUES",
          "DELETE FROM %s", "UPDATE %1$s SET %2$s = NULL", "SELECT 1 FROM %s FOR UPDATE");

  private RolePowers() {}

  /** What the application can do that is the migrator's; the connection is an administrator's. */
  static List<String> ofTheApp(Connection administrator) throws SQLException {
    List<String> statements = schemaStatements(administrator);
    statements.addAll(writes(administrator, Catalog.TABLES_OF_THE_TOOL));
    return powers(administrator, "dotmac_app", statements);
  }

  /** What the reader can do beside reading; the connection is an administrator's. */
  static List<String> ofTheReader(Connection administrator) throws SQLException {
    List<String> statements = schemaStatements(administrator);
    statements.addAll(writes(administrator, Catalog.TABLES_OF_THE_TOOL));
    statements.addAll(
        writes(administrator, Catalog.ask(administrator, "SELECT name FROM ours ORDER BY name")));
    return powers(administrator, "dotmac_readonly", statements);
  }

  private static List<String> schemaStatements(Connection connection) throws SQLException {
    List<String> statements = new ArrayList<>(ON_THE_DATABASE);
    List<String> tables =
        new ArrayList<>(Catalog.ask(connection, "SELECT name FROM ours ORDER BY name"));
    tables.addAll(Catalog.TABLES_OF_THE_TOOL);
    for (String table : tables) {
      ON_EACH_TABLE.forEach(statement -> statements.add(statement.formatted(table)));
    }
    return statements;
  }

  private static List<String> writes(Connection connection, List<String> tables)
      throws SQLException {
    List<String> statements = new ArrayList<>();
    for (String table : tables) {
      String column =
          Catalog.ask(
                  connection,
                  "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum = 1",
                  table)
              .get(0);
      WRITES.forEach(statement -> statements.add(statement.formatted(table, column)));
    }
    return statements;
  }

  private static List<String> powers(Connection connection, String role, List<String> statements)
      throws SQLException {
    List<String> sentences = new ArrayList<>();
    Catalog.run(connection, "SET LOCAL SESSION AUTHORIZATION " + role);
    for (String statement : statements) {
      if (!isRefused(connection, statement)) {
        sentences.add(
            "%s can run \"%s\": only the migrator may; REVOKE what lets it."
                .formatted(role, statement));
      }
    }
    return sentences;
  }

  /** One that fails for another reason was let through as well: TRUNCATE of what is referred to. */
  private static boolean isRefused(Connection connection, String statement) {
    try {
      return Refused.isRefused(connection, statement);
    } catch (SQLException e) {
      return false;
    }
  }
}
