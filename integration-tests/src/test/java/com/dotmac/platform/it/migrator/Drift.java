package com.dotmac.platform.it.migrator;

import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What {@code db verify --json} says of a database.
 *
 * @param exit how it ended
 * @param result what it told
 */
record Drift(int exit, JsonNode result) {

  /** Runs {@code db verify} as the owner of the database. */
  static Drift of(TestDatabase database, String... options) {
    List<String> verb = new ArrayList<>(List.of("verify", "--json"));
    verb.addAll(List.of(options));
    MigratorRun run = MigratorRun.of(database, verb.toArray(String[]::new));
    return new Drift(run.exit(), JsonReport.of(run, "verify").path("result"));
  }

  /** What differs, each as {@code missing TABLE partners}. */
  List<String> findings() {
    return texts(
        "findings",
        finding -> finding.path("difference").asText() + " " + finding.path("object").asText());
  }

  /** The statements that repair it, in order. */
  List<String> script() {
    return texts("script", statement -> statement.path("sql").asText());
  }

  /** Runs the statements that repair it, each by itself. */
  void repair(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : script()) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw new SQLException(
              e.getMessage() + "\nof: " + sql + "\nin:\n" + String.join(";\n", script()), e);
        }
      }
    }
  }

  private List<String> texts(String field, java.util.function.Function<JsonNode, String> text) {
    return StreamSupport.stream(result.path(field).spliterator(), false).map(text).toList();
  }
}
