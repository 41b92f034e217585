package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** One test per table, told by the catalogue: a table that is added is tried from its first day. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationIT {
  private final TestDatabase database;
  private final Connection app;

  IsolationIT(TestDatabase database) {
    this.database = database;
    app = database.connectAsApp();
  }

  @BeforeAll
  void fill() throws SQLException {
    try (Connection administrator = database.connectAsAdministrator()) {
      IsolationRule.fill(administrator);
    }
  }

  @AfterAll
  void close() throws SQLException {
    app.close();
  }

  @Test
  void all_tables_are_tried() throws SQLException {
    assertThat(IsolationRule.tables(app))
        .hasSizeGreaterThan(8)
        .extracting(table -> table[0])
        .contains("tenants", "partners", "number_series");
  }

  @TestFactory
  Stream<DynamicTest> the_application_sees_and_writes_only_what_is_its_tenants()
      throws SQLException {
    return IsolationRule.tables(app).stream()
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table[0], () -> assertThat(IsolationRule.leaks(app, table)).isEmpty()));
  }

  @Test
  void each_kind_of_leak_is_named(@Own TestDatabase leaking) throws SQLException {
    try (Connection administrator = leaking.connectAsAdministrator();
        Connection other = leaking.connectAsApp()) {
      Catalog.run(
          administrator,
          """
          ALTER TABLE partners DISABLE ROW LEVEL SECURITY;
          CREATE POLICY blind ON customers AS RESTRICTIVE USING (false) WITH CHECK (true);
          CREATE POLICY burn ON users FOR DELETE USING (true)
          """);
      IsolationRule.fill(administrator);
      List<String> leaks = new ArrayList<>();
      for (String[] table : IsolationRule.tables(other)) {
        leaks.addAll(IsolationRule.leaks(other, table));
      }
      assertThat(leaks)
          .containsExactlyInAnyOrder(
              "Table partners shows rows while no tenant is set: its policy must compare with current_tenant_id().",
              "Table partners takes a row while no tenant is set: its policy needs WITH CHECK.",
              "Table partners lets rows be changed while no tenant is set: mend its policy.",
              "Table partners lets rows be deleted while no tenant is set: mend its policy.",
              "Table partners shows the rows of another tenant: mend its policy.",
              "Table partners takes a row of another tenant: its policy needs WITH CHECK.",
              "Table partners lets a row go to another tenant: its policy needs WITH CHECK.",
              "Table partners lets the rows of another tenant be changed: mend its policy.",
              "Table partners lets the rows of another tenant be deleted: mend its policy.",
              "Table customers hides a tenant's own row from the application: mend its policy.",
              "Table customers lets a row go to another tenant: its policy needs WITH CHECK.",
              "Table users lets rows be deleted while no tenant is set: mend its policy.",
              "Table users lets the rows of another tenant be deleted: mend its policy.");
    }
  }
}
