package com.dotmac.platform.migrator.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema of the connected database from {@code pg_catalog}, in the server's own words.
 * The queries lie beside this class, one file per {@link Kind}.
 */
public final class CatalogReader {
  // What the server's words depend on, beside the schema itself.
  private static final String SETTINGS =
      """
      SET LOCAL search_path TO public;
      SET LOCAL TimeZone TO 'UTC';
      SET LOCAL DateStyle TO 'ISO, YMD';
      SET LOCAL IntervalStyle TO 'postgres';
      SET LOCAL extra_float_digits TO 1;
      SET LOCAL bytea_output TO 'hex';
      SET LOCAL quote_all_identifiers TO off;
      """;

  private static final String OWNER =
      """
      SELECT quote_ident(pg_get_userbyid(coalesce(
        (SELECT relowner FROM pg_class WHERE oid = to_regclass('public.databasechangelog')),
        (SELECT oid FROM pg_roles WHERE rolname = current_user))))
      """;

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private CatalogReader() {}

  /**
   * The schema, without the system's schemas, what belongs to extensions, and the tables that
   * Liquibase and the migrator keep for themselves.
   *
   * @param connection in autocommit mode, as it is again afterwards
   * @throws SQLException when the catalogue cannot be read
   */
  public static Catalog read(Connection connection) throws SQLException {
    return readOnly(connection, CatalogReader::read);
  }

  /**
   * Tables, columns and references in parts; what is left out is left out here, too.
   *
   * @param connection in autocommit mode, as it is again afterwards
   * @throws SQLException when the catalogue cannot be read
   */
  public static Structure readStructure(Connection connection) throws SQLException {
    return readOnly(connection, StructureReader::read);
  }

  /**
   * The schema as the open transaction sees it, its own uncommitted work included. Leaves the
   * transaction as it was.
   *
   * @param connection with autocommit off
   * @throws SQLException when the catalogue cannot be read
   */
  public static Catalog readWithin(Connection connection) throws SQLException {
    return within(connection, CatalogReader::read);
  }

  /**
   * Where the tables lie, as the open transaction sees it. Leaves the transaction as it was.
   *
   * @param connection with autocommit off
   * @throws SQLException when the catalogue cannot be read
   */
  public static Storage storageWithin(Connection connection) throws SQLException {
    return within(connection, Storage::read);
  }

  /**
   * The tables that take more room than a limit, the biggest first. Waits at most a second for a
   * table that somebody has locked, and takes the server's estimate then.
   *
   * @param connection in any mode, which it keeps
   * @param bytes the limit
   * @throws SQLException when the catalogue cannot be read
   */
  public static List<TableSize> tablesAbove(Connection connection, long bytes) throws SQLException {
    try {
      return inAnyMode(connection, statement -> TableSize.measured(statement, bytes));
    } catch (SQLException e) {
      if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw e;
      }
      return inAnyMode(connection, statement -> TableSize.estimated(statement, bytes));
    }
  }

  /**
   * What {@link #readStructure} reads, as the open transaction sees it. Leaves the transaction as
   * it was.
   *
   * @param connection with autocommit off
   * @throws SQLException when the catalogue cannot be read
   */
  public static Structure readStructureWithin(Connection connection) throws SQLException {
    return within(connection, StructureReader::read);
  }

  /**
   * What the rows of the tables must fulfil.
   *
   * @param connection in autocommit mode, as it is again afterwards
   * @throws SQLException when the catalogue cannot be read
   */
  public static List<Condition> conditions(Connection connection) throws SQLException {
    return readOnly(
        connection,
        statement -> {
          List<Condition> conditions = new ArrayList<>();
          try (ResultSet row = statement.executeQuery(text("ours.sql") + text("condition.sql"))) {
            while (row.next()) {
              conditions.add(condition(row));
            }
          }
          return conditions;
        });
  }

  /**
   * What rests on what in the schema.
   *
   * @param connection in autocommit mode, as it is again afterwards
   * @throws SQLException when the catalogue cannot be read
   */
  public static Dependencies dependencies(Connection connection) throws SQLException {
    return readOnly(
        connection,
        statement -> {
          Map<String, List<String>> dependants = new TreeMap<>();
          try (ResultSet row = statement.executeQuery(text("ours.sql") + text("dependency.sql"))) {
            while (row.next()) {
              dependants
                  .computeIfAbsent(row.getString("needed"), needed -> new ArrayList<>())
                  .add(row.getString("dependant"));
            }
          }
          return new Dependencies(dependants);
        });
  }

  /**
   * Who owns the history, and so is to own the schema, as SQL names a role; the role that asks when
   * there is no history.
   *
   * @param connection in autocommit mode, as it is again afterwards
   * @throws SQLException when the catalogue cannot be read
   */
  public static String owner(Connection connection) throws SQLException {
    return readOnly(
        connection,
        statement -> {
          try (ResultSet row = statement.executeQuery(OWNER)) {
            row.next();
            return row.getString(1);
          }
        });
  }

  private static <T> T inAnyMode(Connection connection, Reading<T> reading) throws SQLException {
    return connection.getAutoCommit() ? readOnly(connection, reading) : within(connection, reading);
  }

  private static <T> T within(Connection connection, Reading<T> reading) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.execute(SETTINGS);
      return reading.from(statement);
    } finally {
      // Takes the settings back as well.
      connection.rollback(before);
      connection.releaseSavepoint(before);
    }
  }

  private static <T> T readOnly(Connection connection, Reading<T> reading) throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalStateException("The reader begins its own transaction and found one begun");
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      statement.execute(SETTINGS);
      return reading.from(statement);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static Condition condition(ResultSet row) throws SQLException {
    Kind kind = Kind.valueOf(row.getString("kind"));
    CatalogObject object =
        new CatalogObject(kind, row.getString("parent"), row.getString("name"), 0, "");
    return new Condition(
        object.identity(),
        row.getString("type"),
        row.getInt("modifier"),
        row.getString("nature"),
        row.getBoolean("required"),
        row.getString("violations"));
  }

  private static Catalog read(Statement statement) throws SQLException {
    List<CatalogObject> objects = new ArrayList<>();
    String ours = text("ours.sql");
    for (Kind kind : Kind.values()) {
      try (ResultSet row = statement.executeQuery(ours + text(kind.queryFile()))) {
        while (row.next()) {
          objects.add(object(kind, row));
        }
      }
    }
    return new Catalog(objects);
  }

  private static CatalogObject object(Kind kind, ResultSet row) throws SQLException {
    return new CatalogObject(
        kind,
        row.getString("parent"),
        row.getString("name"),
        row.getInt("position"),
        Wording.settled(row.getString("definition")),
        parts(row.getArray("parts")));
  }

  // Names and values in turn; a part that an object lacks has no value.
  private static Map<String, String> parts(@Nullable Array array) throws SQLException {
    Map<String, String> parts = new LinkedHashMap<>();
    if (array != null) {
      @Nullable String[] pairs = (String[]) array.getArray();
      for (int i = 0; i < pairs.length; i += 2) {
        String value = pairs[i + 1];
        if (value != null) {
          parts.put(Objects.requireNonNull(pairs[i]), Wording.settled(value));
        }
      }
    }
    return parts;
  }

  static String text(String file) {
    try (InputStream input = CatalogReader.class.getResourceAsStream(file)) {
      if (input == null) {
        throw new IllegalStateException("This jar lacks the query " + file);
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is read from the catalogue in one transaction. */
  private interface Reading<T> {
    T from(Statement statement) throws SQLException;
  }
}
