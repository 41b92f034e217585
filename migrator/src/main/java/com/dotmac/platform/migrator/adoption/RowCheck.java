package com.dotmac.platform.migrator.adoption;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks for rows that stand in the way of a constraint. Reads, and changes nothing. */
final class RowCheck {
  private static final int SHOWN = 3;
  private static final String HIDDEN_BY_ROW_SECURITY = "42501";

  private final Connection connection;

  RowCheck(Connection connection) {
    this.connection = connection;
  }

  /**
   * Runs a query that selects the rows in the way.
   *
   * @throws SQLException when the connection breaks; a query that the server refuses is an answer
   */
  Answer run(String query) throws SQLException {
    boolean autocommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      // Without this, row security would hide rows from the owner and the answer would be wrong.
      statement.execute("SET LOCAL row_security TO off");
      return answer(statement, query);
    } catch (SQLException e) {
      if (e.getSQLState() == null || e.getSQLState().startsWith("08")) {
        throw e;
      }
      connection.rollback(before);
      boolean hidden = HIDDEN_BY_ROW_SECURITY.equals(e.getSQLState());
      return new Answer(0, List.of(), hidden ? "row security hides rows from this role" : said(e));
    } finally {
      if (autocommit) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static Answer answer(Statement statement, String query) throws SQLException {
    String counted =
        "SELECT row_to_json(v)::text, count(*) OVER () FROM (%s) v LIMIT %d"
            .formatted(query, SHOWN);
    long count = 0;
    List<String> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(counted)) {
      while (row.next()) {
        rows.add(row.getString(1));
        count = row.getLong(2);
      }
    }
    return new Answer(count, rows, "");
  }

  private static String said(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * What was found.
   *
   * @param count how many rows are in the way
   * @param rows the first of them, by their keys
   * @param unknown why it could not be found out; empty when it could
   */
  record Answer(long count, List<String> rows, String unknown) {}
}
