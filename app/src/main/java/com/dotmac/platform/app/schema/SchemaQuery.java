package com.dotmac.platform.app.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks the database what it is: one statement, whatever the number of changes and tables; a second
 * one only where there is no history.
 *
 * <p>Any role may ask. Reads in a transaction of its own that is gone afterwards, so that nobody
 * who builds an index waits for it.
 */
public final class SchemaQuery {

  private static final String MIGRATORS = resource("migrators.sql");
  private static final String FACTS = resource("facts.sql").replace(":migrators", MIGRATORS);
  private static final String WITHOUT_HISTORY =
      resource("without-history.sql").replace(":migrators", MIGRATORS);

  private static final String UNDEFINED_TABLE = "42P01";
  private static final String FORBIDDEN = "42501";
  private static final int PATIENCE_SECONDS = 10;

  private SchemaQuery() {}

  /**
   * Looks.
   *
   * @param connection without a transaction; is left without auto-commit and without a transaction
   * @throws SQLException if there is no answer, or the role may not read the history
   */
  public static SchemaFacts ask(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      return ask(connection, FACTS, SchemaQuery::facts);
    } catch (SQLException e) {
      return withoutHistory(connection, e);
    }
  }

  /** A first migrator that is at work has made the history and not yet shared it. */
  private static SchemaFacts withoutHistory(Connection connection, SQLException why)
      throws SQLException {
    boolean missing = UNDEFINED_TABLE.equals(why.getSQLState());
    if (missing || FORBIDDEN.equals(why.getSQLState())) {
      SchemaFacts facts = ask(connection, WITHOUT_HISTORY, SchemaQuery::withoutHistory);
      if (missing || !facts.migrators().isEmpty()) {
        return facts;
      }
    }
    throw why;
  }

  private static SchemaFacts ask(Connection connection, String sql, Reading reading)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setQueryTimeout(PATIENCE_SECONDS);
      boolean rows = statement.execute(sql);
      while (!rows) {
        rows = statement.getMoreResults();
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return reading.of(row);
      }
    } finally {
      if (!connection.isClosed()) {
        connection.rollback();
      }
    }
  }

  private static SchemaFacts facts(ResultSet row) throws SQLException {
    List<String> ids = strings(row, "ids");
    List<String> labels = strings(row, "labels");
    List<AppliedChange> history = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      history.add(new AppliedChange(ids.get(i), labels.get(i).contains("contract")));
    }
    List<String> names = strings(row, "names");
    List<String> hashes = strings(row, "hashes");
    Map<String, String> objects = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      objects.put(names.get(i), hashes.get(i));
    }
    return new SchemaFacts(Optional.of(history), 0, strings(row, "migrators"), objects);
  }

  private static SchemaFacts withoutHistory(ResultSet row) throws SQLException {
    return new SchemaFacts(
        Optional.empty(), row.getLong("tables"), strings(row, "migrators"), Map.of());
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static String resource(String name) {
    try (InputStream text =
        Objects.requireNonNull(SchemaQuery.class.getResourceAsStream(name), name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Reading {
    SchemaFacts of(ResultSet row) throws SQLException;
  }
}
