package com.dotmac.platform.it.migrator;

import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What is true of a database, asked as its administrator. */
public final class Facts {
  private Facts() {}

  /** Runs statements. */
  public static void run(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row, as text. */
  public static String ask(TestDatabase database, String query) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? String.valueOf(row.getString(1)) : "no row";
    }
  }

  /** The schema. */
  public static Catalog catalog(TestDatabase database) throws SQLException {
    try (Connection connection = database.connectAsOwner()) {
      return CatalogReader.read(connection);
    }
  }

  /** Names of all tables, those of the history included. */
  static String tables(TestDatabase database) throws SQLException {
    return ask(
        database,
        "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class"
            + " WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'");
  }
}
