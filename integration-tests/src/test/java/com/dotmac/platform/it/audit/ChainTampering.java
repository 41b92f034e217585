package com.dotmac.platform.it.audit;

import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

/**
 * What somebody may do to a trail who has the whole server in his hands: neither rights nor
 * triggers nor references hold him. Undone at the end, so that one database serves many attempts.
 */
final class ChainTampering {
  private static final String[] TABLES = {
    "audit_activities", "audit_chain_links", "audit_chain_heads"
  };

  private ChainTampering() {}

  /** Does the statements, looks, and puts everything back. */
  static <T> T during(TestDatabase database, Supplier<T> look, String... statements)
      throws SQLException {
    try (Connection administrator = database.connectAsAdministrator();
        Statement statement = administrator.createStatement()) {
      statement.execute("SET session_replication_role TO replica");
      for (String table : TABLES) {
        statement.execute("CREATE TEMPORARY TABLE kept_%1$s AS TABLE %1$s".formatted(table));
      }
      try {
        for (String one : statements) {
          statement.execute(one);
        }
        return look.get();
      } finally {
        for (String table : TABLES) {
          statement.execute("DELETE FROM " + table);
          statement.execute("INSERT INTO %1$s TABLE kept_%1$s".formatted(table));
        }
      }
    }
  }
}
