package com.dotmac.platform.migrator.rollback;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.footprint.Footprint;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Drops what the changes made, by its footprints, and nothing else: all in one transaction, which
 * is taken back when an object of somebody else would go with it.
 */
public final class Demolition {
  // insufficient_privilege, dependent_objects_still_exist
  private static final List<String> FOREIGN_OR_NEEDED = List.of("42501", "2BP01");

  private static final List<Kind> DROPPED =
      List.of(Kind.VIEW, Kind.TABLE, Kind.FUNCTION, Kind.SEQUENCE, Kind.TYPE, Kind.SCHEMA);

  // Whoever is of the role of the application, by whatever name he logs in.
  private static final String USERS =
      """
      SELECT string_agg(DISTINCT coalesce(nullif(application_name, ''), 'a client without a name')
                          || ' as ' || usename, ', ')
      FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND (application_name LIKE 'dotmac-platform%' OR application_name LIKE 'dotmac-app%'
          OR usename = 'dotmac_app'
          OR EXISTS (
            SELECT FROM pg_auth_members m
            JOIN pg_roles g ON g.oid = m.roleid AND g.rolname = 'dotmac_app'
            WHERE m.member = usesysid AND usename <> current_user))
      """;

  private static final String REVOKE =
      """
      DO $$
      DECLARE
        grantee text;
      BEGIN
        FOR grantee IN SELECT quote_ident(rolname) FROM pg_roles
                       WHERE rolname IN ('dotmac_app', 'dotmac_readonly') LOOP
          EXECUTE 'REVOKE ALL ON SCHEMA public FROM ' || grantee;
        END LOOP;
      END
      $$
      """;

  private final Connection connection;
  private final Footprints footprints;
  private final String where;

  /**
   * @param connection of the owner, in autocommit mode as it is again afterwards
   * @param footprints of the changes that made the database
   * @param where which database it is, for messages
   */
  public Demolition(Connection connection, Footprints footprints, String where) {
    this.connection = connection;
    this.footprints = footprints;
    this.where = where;
  }

  /**
   * Refuses while the application is connected.
   *
   * @throws SQLException when the server does not say who is
   */
  public void refuseInUse() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(USERS)) {
      if (row.next() && row.getString(1) != null) {
        throw new Refusal(
            ExitCode.REFUSED,
            where + " is in use",
            "Connected: " + row.getString(1) + ". Nothing was changed.",
            "stop the application, and be sure that this is the database you mean",
            null);
      }
    }
  }

  /**
   * Drops it.
   *
   * @return what was dropped: tables and the like, without their parts
   * @throws Refusal when something of somebody else stands in the way; nothing is dropped then
   * @throws SQLException when the server refuses a statement; nothing is dropped then
   */
  public List<CatalogObject> run() throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      Catalog before = CatalogReader.readWithin(connection);
      Set<String> made = made();
      List<CatalogObject> ours = new ArrayList<>();
      for (Kind kind : DROPPED) {
        List<CatalogObject> dropped = ofKind(before, kind, made);
        ours.addAll(dropped);
        for (CatalogObject object : dropped) {
          // With what hangs on it: the order among them does not matter, and the catalogue is
          // compared below.
          statement.execute(drop(object));
        }
      }
      for (CatalogObject extension : ofKind(before, Kind.EXTENSION, made)) {
        if (dropUnused(statement, extension)) {
          ours.add(extension);
        }
      }
      statement.execute(REVOKE);
      statement.execute("DROP TABLE IF EXISTS databasechangelog, databasechangeloglock");
      refuseBystanders(before, CatalogReader.readWithin(connection), made);
      connection.commit();
      return List.copyOf(ours);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Leaves an extension that is an administrator's, or that something else needs. */
  private boolean dropUnused(Statement statement, CatalogObject extension) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      statement.execute("DROP EXTENSION " + extension.name());
      return true;
    } catch (SQLException e) {
      if (!FOREIGN_OR_NEEDED.contains(e.getSQLState())) {
        throw e;
      }
      connection.rollback(before);
      return false;
    }
  }

  private Set<String> made() {
    Set<String> kept =
        footprints.empty().stream().map(CatalogObject::identity).collect(Collectors.toSet());
    Set<String> made = new HashSet<>();
    for (Footprint footprint : footprints.footprints()) {
      Stream.of(footprint.added(), footprint.changed(), footprint.removed())
          .flatMap(List::stream)
          .map(CatalogObject::identity)
          .filter(identity -> !kept.contains(identity))
          .forEach(made::add);
    }
    return made;
  }

  private static List<CatalogObject> ofKind(Catalog catalog, Kind kind, Set<String> made) {
    return catalog.objects().stream()
        .filter(object -> object.kind() == kind && made.contains(object.identity()))
        .toList();
  }

  private static String drop(CatalogObject object) {
    String word =
        switch (object.kind()) {
          case VIEW ->
              object.definition().startsWith("CREATE MATERIALIZED") ? "MATERIALIZED VIEW" : "VIEW";
          case FUNCTION -> "ROUTINE";
          default -> object.kind().name();
        };
    return "DROP " + word + " IF EXISTS " + object.name() + " CASCADE";
  }

  private void refuseBystanders(Catalog before, Catalog after, Set<String> made) {
    Set<String> left =
        after.objects().stream().map(CatalogObject::identity).collect(Collectors.toSet());
    Set<String> tables =
        before.objects().stream()
            .filter(object -> object.kind() == Kind.TABLE && made.contains(object.identity()))
            .map(CatalogObject::name)
            .collect(Collectors.toSet());
    List<String> gone =
        before.objects().stream()
            .filter(object -> !left.contains(object.identity()))
            .filter(object -> !made.contains(object.identity()) && !isPart(object, tables))
            .map(CatalogObject::identity)
            .toList();
    List<String> strangers =
        after.objects().stream()
            .filter(object -> object.kind() == Kind.TABLE)
            .map(CatalogObject::identity)
            .toList();
    if (!gone.isEmpty() || !strangers.isEmpty()) {
      throw new Refusal(
          ExitCode.REFUSED,
          where + " has objects that no change made",
          (gone.isEmpty() ? "" : "These would go as well: " + String.join(", ", gone) + ".\n")
              + (strangers.isEmpty()
                  ? ""
                  : "These would be left, in a database without a history: "
                      + String.join(", ", strangers)
                      + ".\n")
              + "Nothing was dropped.",
          "drop them, or move them to another database; then run the same command again",
          null);
    }
  }

  /** Whether an object is an index, a grant or the like that was added to a table of ours. */
  private static boolean isPart(CatalogObject object, Set<String> tables) {
    return object.parent() != null && tables.contains(object.parent());
  }
}
