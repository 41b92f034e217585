package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Asks every rule about the tables that the migrator made; {@link TableRulesCanFailIT} doubts them.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableRulesIT {
  private final Connection catalog;

  TableRulesIT(TestDatabase database) {
    catalog = database.connectAsOwner();
  }

  @AfterAll
  void close() throws SQLException {
    catalog.close();
  }

  @BeforeAll
  void there_are_tables_to_judge() throws SQLException {
    assertThat(Catalog.ask(catalog, "SELECT name FROM ours")).contains("tenants", "partners");
  }

  @Test
  void every_table_is_behind_forced_row_security() throws SQLException {
    assertThat(TenantRules.withoutRowSecurity(catalog, TenantRules.OF_NO_TENANT)).isEmpty();
  }

  @Test
  void every_tenant_table_has_the_tenant_policy_and_no_wider_one() throws SQLException {
    assertThat(TenantRules.withoutTenantPolicy(catalog)).isEmpty();
  }

  @Test
  void every_unique_key_of_a_tenant_table_begins_with_the_tenant() throws SQLException {
    assertThat(TenantRules.uniqueAcrossTenants(catalog)).isEmpty();
  }

  @Test
  void every_tenant_table_is_keyed_by_tenant() throws SQLException {
    assertThat(TenantRules.keyedOtherwise(catalog)).isEmpty();
  }

  @Test
  void every_id_has_a_foreign_key_or_a_reason() throws SQLException {
    assertThat(KeyRules.idsThatPointNowhere(catalog, KeyRules.WITHOUT_FOREIGN_KEY)).isEmpty();
  }

  @Test
  void no_foreign_key_leaves_the_tenant() throws SQLException {
    assertThat(KeyRules.keysThatLeaveTheTenant(catalog)).isEmpty();
  }

  @Test
  void every_foreign_key_has_an_index() throws SQLException {
    assertThat(KeyRules.keysWithoutIndex(catalog)).isEmpty();
  }

  @Test
  void constraints_and_indexes_are_named_by_the_rule() throws SQLException {
    assertThat(FormRules.oddNames(catalog)).isEmpty();
  }

  @Test
  void every_table_says_what_it_is() throws SQLException {
    assertThat(FormRules.withoutComment(catalog)).isEmpty();
  }

  @Test
  void no_column_has_a_lossy_type() throws SQLException {
    assertThat(FormRules.lossyTypes(catalog)).isEmpty();
  }

  @Test
  void the_ending_of_a_column_tells_its_type() throws SQLException {
    assertThat(FormRules.misleadingEndings(catalog)).isEmpty();
  }

  @Test
  void the_application_owns_makes_and_bypasses_nothing() throws SQLException {
    assertThat(GrantRules.powersOfTheApp(catalog)).isEmpty();
  }

  @Test
  void no_grant_goes_round_row_security_or_the_history() throws SQLException {
    assertThat(GrantRules.grantsThatGoRound(catalog)).isEmpty();
  }

  @Test
  void the_audit_trail_cannot_be_altered() throws SQLException {
    assertThat(GrantRules.waysToAlterTheAudit(catalog)).isEmpty();
  }

  @Test
  void the_reader_only_reads() throws SQLException {
    assertThat(GrantRules.writesOfTheReader(catalog)).isEmpty();
  }
}
