package com.dotmac.platform.migrator.roles;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.drift.Repair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares the roles of a database with what they should be. Reads only. */
public final class RoleCheck {
  /** The role that the application has, by itself or as a member. */
  public static final String APP = "dotmac_app";

  /** The role of people who look. */
  public static final String READONLY = "dotmac_readonly";

  private static final String ROLE =
      """
      SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolreplication,
             rolcreaterole AND rolname <> ?
      FROM pg_roles WHERE rolname = ?
      """;

  private static final List<String> TOO_STRONG =
      List.of("SUPERUSER", "BYPASSRLS", "CREATEDB", "REPLICATION", "CREATEROLE");

  private static final String MAKES_TABLES =
      """
      SELECT quote_ident(current_database()), has_schema_privilege(rolname, 'public', 'CREATE')
      FROM pg_roles WHERE rolname = ?
      """;

  private static final String MEMBER =
      """
      SELECT pg_has_role(m.oid, o.oid, 'MEMBER') AND NOT m.rolsuper
      FROM pg_roles m, pg_roles o WHERE m.rolname = ? AND o.rolname = ?
      """;

  private final Connection connection;
  private final String owner;
  private final List<RoleState> states = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param connection of any role
   * @param owner name of the role that migrates
   */
  public RoleCheck(Connection connection, String owner) {
    this.connection = connection;
    this.owner = owner;
  }

  /** The roles that were looked at, in the order owner, application, readers. */
  public List<RoleState> states() {
    return List.copyOf(states);
  }

  /** What is wrong, roles before rights. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * Looks at the roles themselves.
   *
   * @throws SQLException when the server does not tell
   */
  public void checkRoles() throws SQLException {
    for (String role : List.of(owner, APP, READONLY)) {
      checkRole(role);
    }
    checkOwner();
    checkMember(APP);
    checkMember(READONLY);
  }

  /**
   * Compares the rights on every object.
   *
   * @param expected the schema that the applied changes make
   * @param actual the schema as it is
   */
  public void checkGrants(Catalog expected, Catalog actual) {
    for (Difference difference : Difference.between(expected, actual)) {
      CatalogObject object = difference.object();
      if (object.kind() != Kind.GRANT) {
        continue;
      }
      List<String> repair = Repair.of(difference).sql();
      boolean gives = repair.stream().allMatch(sql -> sql.startsWith("GRANT "));
      findings.add(
          new Finding(object.name(), problem(difference), String.join("; ", repair), gives));
    }
  }

  private static String problem(Difference difference) {
    return switch (difference.type()) {
      case MISSING -> "is missing";
      case CHANGED ->
          "is not as the changes make it, but: "
              + Objects.requireNonNull(difference.actual()).definition();
      case UNEXPECTED -> "is made by no change: " + difference.object().definition();
    };
  }

  private void checkRole(String role) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ROLE)) {
      statement.setString(1, owner);
      statement.setString(2, role);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          states.add(new RoleState(role, false, false));
          findings.add(new Finding(role, "does not exist", create(role), true));
          return;
        }
        states.add(new RoleState(role, true, row.getBoolean(1)));
        for (int i = 0; i < TOO_STRONG.size(); i++) {
          if (row.getBoolean(i + 2)) {
            findings.add(
                new Finding(
                    role,
                    "has the attribute " + TOO_STRONG.get(i),
                    "ALTER ROLE " + quoted(role) + " NO" + TOO_STRONG.get(i),
                    false));
          }
        }
      }
    }
  }

  private void checkOwner() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MAKES_TABLES)) {
      statement.setString(1, owner);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next() && !row.getBoolean(2)) {
          findings.add(
              new Finding(
                  owner,
                  "may not create tables here",
                  "ALTER DATABASE " + row.getString(1) + " OWNER TO " + quoted(owner),
                  false));
        }
      }
    }
  }

  private void checkMember(String role) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MEMBER)) {
      statement.setString(1, role);
      statement.setString(2, owner);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next() && row.getBoolean(1)) {
          findings.add(
              new Finding(
                  role,
                  "is a member of " + owner + " and so can change tables",
                  "REVOKE " + quoted(owner) + " FROM " + quoted(role),
                  false));
        }
      }
    }
  }

  private String create(String role) throws SQLException {
    return "CREATE ROLE "
        + quoted(role)
        + " NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";
  }

  private String quoted(String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.enquoteIdentifier(name, false);
    }
  }
}
