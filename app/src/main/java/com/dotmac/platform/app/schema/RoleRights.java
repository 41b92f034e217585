package com.dotmac.platform.app.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that the role of the application can make nothing that lasts, owns nothing, and stands
 * behind row security.
 *
 * <p>Temporary tables are not counted: they are gone with the session.
 *
 * @param role name of the role
 * @param excess what the role could do and must not be able to, in words; empty when it is as weak
 *     as it must be
 */
record RoleRights(String role, List<String> excess) {

  private static final String QUERY =
      """
      SELECT current_user,
        r.rolsuper,
        r.rolbypassrls,
        r.rolcreaterole,
        r.rolcreatedb,
        has_database_privilege(current_database(), 'CREATE'),
        EXISTS (SELECT 1 FROM pg_namespace n
          WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg!_%' ESCAPE '!'
          AND has_schema_privilege(n.oid, 'CREATE')),
        EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg!_%' ESCAPE '!'
          AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND pg_has_role(c.relowner, 'MEMBER'))
      FROM pg_roles r WHERE r.rolname = current_user
      """;

  private static final List<String> MEANINGS =
      List.of(
          "is a superuser",
          "bypasses row security",
          "may create roles",
          "may create databases",
          "may create schemas in this database",
          "may create tables",
          "owns tables, or may act as the role that does");

  /** Takes a copy. */
  RoleRights {
    excess = List.copyOf(excess);
  }

  /** Reads what the role of a connection may do. */
  static RoleRights read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      List<String> excess = new ArrayList<>();
      for (int i = 0; i < MEANINGS.size(); i++) {
        if (row.getBoolean(i + 2)) {
          excess.add(MEANINGS.get(i));
        }
      }
      return new RoleRights(row.getString(1), excess);
    }
  }
}
