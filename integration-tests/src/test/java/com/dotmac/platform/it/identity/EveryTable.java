package com.dotmac.platform.it.identity;

import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks through every table of a database for something that should be kept nowhere. */
record EveryTable(TestDatabase database) {

  static EveryTable of(TestDatabase database) {
    return new EveryTable(database);
  }

  /** The tables that have a text in any column of any row. */
  List<String> holding(String text) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection administrator = database.connectAsAdministrator();
        Statement statement = administrator.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet table =
          statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
        while (table.next()) {
          tables.add(table.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT 1 FROM %s row WHERE row::text LIKE '%%%s%%'".formatted(table, text))) {
          if (row.next()) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }
}
