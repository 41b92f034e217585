package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@NeedsDatabase
class IsolationIT {
  @Test
  void the_application_sees_and_writes_only_what_is_its_tenants(@Own TestDatabase database)
      throws SQLException {
    try (Connection administrator = database.connectAsAdministrator();
        Connection app = database.connectAsApp()) {
      IsolationRule.fill(administrator);
      assertThat(IsolationRule.tables(app)).hasSizeGreaterThan(8);
      assertThat(IsolationRule.leaks(app)).isEmpty();
    }
  }

  @Test
  void a_table_that_leaks_is_named(@Own TestDatabase database) throws SQLException {
    try (Connection administrator = database.connectAsAdministrator();
        Connection app = database.connectAsApp()) {
      Catalog.run(
          administrator,
          """
          ALTER TABLE partners DISABLE ROW LEVEL SECURITY;
          CREATE POLICY blind ON customers AS RESTRICTIVE USING (false) WITH CHECK (true)
          """);
      IsolationRule.fill(administrator);
      assertThat(IsolationRule.leaks(app))
          .hasSize(5)
          .anyMatch(sentence -> sentence.startsWith("Table partners shows rows while no tenant"))
          .anyMatch(sentence -> sentence.startsWith("Table partners takes a row while no tenant"))
          .anyMatch(sentence -> sentence.startsWith("Table partners takes a row of another"))
          .anyMatch(sentence -> sentence.startsWith("Table partners shows the rows of another"))
          .anyMatch(sentence -> sentence.startsWith("Table customers hides"));
    }
  }
}
