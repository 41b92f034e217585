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

/**
 * Two partners of one tenant, in plain SQL as the application's role: one test per table of the
 * catalogue, so that a table that is added has to be thought about.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerScopeIT {
  private final TestDatabase database;
  private final Connection app;

  PartnerScopeIT(TestDatabase database) {
    this.database = database;
    app = database.connectAsApp();
  }

  @BeforeAll
  void fill() throws SQLException {
    fill(database);
  }

  private static void fill(TestDatabase filled) throws SQLException {
    try (Connection administrator = filled.connectAsAdministrator()) {
      IsolationRule.fill(administrator);
      PartnerScopeRule.fill(administrator);
    }
  }

  @AfterAll
  void close() throws SQLException {
    app.close();
  }

  @TestFactory
  Stream<DynamicTest> a_partner_sees_and_writes_what_was_decided() throws SQLException {
    return IsolationRule.tables(app).stream()
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table[0], () -> assertThat(PartnerScopeRule.faults(app, table)).isEmpty()));
  }

  @Test
  void what_is_decided_is_decided_of_tables_that_there_are() throws SQLException {
    assertThat(IsolationRule.tables(app))
        .extracting(table -> table[0])
        .containsAll(PartnerScopeRule.DECIDED.keySet());
  }

  @Test
  void each_kind_of_fault_is_named(@Own TestDatabase leaking) throws SQLException {
    try (Connection administrator = leaking.connectAsAdministrator();
        Connection other = leaking.connectAsApp()) {
      Catalog.run(
          administrator,
          """
          CREATE TABLE forgotten (tenant_id uuid NOT NULL REFERENCES tenants (id), id uuid NOT NULL);
          DROP POLICY partner_scope ON partner_users;
          DROP POLICY partner_scope ON invoices;
          DROP POLICY partner_scope ON communication_messages;
          CREATE POLICY partner_scope ON communication_messages AS RESTRICTIVE USING (current_partner_id() IS NULL)
          """);
      fill(leaking);
      List<String> faults = new ArrayList<>();
      for (String[] table : IsolationRule.tables(other)) {
        faults.addAll(PartnerScopeRule.faults(other, table));
      }
      assertThat(faults)
          .containsExactlyInAnyOrder(
              "Nobody has decided what people of a partner see of the table forgotten: say it in DECIDED, and in a policy partner_scope.",
              "A partner sees 3 rows of the table partner_users and not 1: mend its policy partner_scope.",
              "A partner adds a row of another to the table partner_users: its policy needs WITH CHECK.",
              "A partner changes 3 rows of the table partner_users: mend its policy partner_scope.",
              "A partner deletes rows of another in the table partner_users.",
              "A partner sees 1 rows of the table invoices and not 0: mend its policy partner_scope.",
              "A partner can add a row to the table invoices: mend its policy partner_scope.",
              "A partner changes 1 rows of the table invoices: mend its policy partner_scope.",
              "A partner deletes rows of another in the table invoices.",
              "A partner cannot add a row to the table communication_messages: mend its policy partner_scope.");
    }
  }
}
