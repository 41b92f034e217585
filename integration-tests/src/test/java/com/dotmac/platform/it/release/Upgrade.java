package com.dotmac.platform.it.release;

import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.migrator.BelievableRows;
import com.dotmac.platform.it.migrator.Facts;
import com.dotmac.platform.it.migrator.MigratorRun;
import com.dotmac.platform.migrator.catalog.SchemaFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A database of an earlier schema with a row in each table, and what became of it later. */
final class Upgrade {
  // Columns that came since, or that a contract took away, are not compared.
  private static final String SAME_ROW =
      """
      SELECT EXISTS (SELECT FROM %s t WHERE to_jsonb(t) @>
        (SELECT jsonb_object_agg(key, value) FROM jsonb_each(?::jsonb) WHERE to_jsonb(t) ?? key))
      """;

  private final TestDatabase database;
  private final Map<String, List<String>> rowsBefore = new LinkedHashMap<>();

  private Upgrade(TestDatabase database) {
    this.database = database;
  }

  /** Makes an empty database one of this schema, with a row in each table. */
  static Upgrade from(String version, TestDatabase empty) throws SQLException {
    MigratorRun.of(empty, "migrate", "--to", version).done();
    fill(empty);
    return ofDatabase(empty);
  }

  /** Puts a row into each table of a database that has none. */
  static void fill(TestDatabase database) throws SQLException {
    try (Connection administrator = database.connectAsAdministrator()) {
      BelievableRows.fill(administrator);
    }
  }

  /** Takes a database as it is, with the rows that it has. */
  static Upgrade ofDatabase(TestDatabase database) throws SQLException {
    Upgrade upgrade = new Upgrade(database);
    try (Connection administrator = database.connectAsAdministrator()) {
      for (String table : BelievableRows.digests(administrator).keySet()) {
        upgrade.rowsBefore.put(table, rows(administrator, table));
      }
    }
    return upgrade;
  }

  /** What is not as it was of the rows, and not as it should be of the schema. */
  List<String> differences(String golden) throws SQLException {
    List<String> sentences = new ArrayList<>();
    try (Connection administrator = database.connectAsAdministrator()) {
      Set<String> kept = BelievableRows.digests(administrator).keySet();
      for (Map.Entry<String, List<String>> before : rowsBefore.entrySet()) {
        if (kept.contains(before.getKey())) {
          compare(administrator, before.getKey(), before.getValue(), sentences);
        }
      }
    }
    List<String> made = SchemaFile.render(Facts.catalog(database)).lines().toList();
    if (!made.equals(golden.lines().toList())) {
      Set<String> expected = new HashSet<>(golden.lines().toList());
      sentences.add(
          "The schema is not the golden one. Lines that are not in schema.sql: "
              + made.stream().filter(line -> !expected.contains(line)).toList());
    }
    return sentences;
  }

  private static void compare(
      Connection administrator, String table, List<String> before, List<String> sentences)
      throws SQLException {
    int now = rows(administrator, table).size();
    if (now != before.size()) {
      sentences.add(
          "Table %s had rows before the upgrade: %d, and after it: %d"
              .formatted(table, before.size(), now));
      return;
    }
    try (PreparedStatement same = administrator.prepareStatement(SAME_ROW.formatted(table))) {
      for (String row : before) {
        same.setString(1, row);
        try (ResultSet answer = same.executeQuery()) {
          answer.next();
          if (!answer.getBoolean(1)) {
            sentences.add("A row of %s is not what it was: %s".formatted(table, row));
          }
        }
      }
    }
  }

  private static List<String> rows(Connection administrator, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = administrator.createStatement();
        ResultSet row = statement.executeQuery("SELECT to_jsonb(t) FROM %s t".formatted(table))) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
