package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/**
 * Breaks the schema on purpose, once per rule, in a transaction that is rolled back, and expects
 * the rule to name the fault. A rule that nobody saw fail proves nothing.
 */
@NeedsDatabase
class TableRulesCanFailIT {
  private static final String BARE_TABLE =
      "CREATE TABLE odd (tenant_id uuid NOT NULL, id uuid NOT NULL, partner_id uuid);";

  private final TestDatabase database;

  TableRulesCanFailIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void a_table_without_row_security_is_named() {
    after(BARE_TABLE, TableRulesCanFailIT::withoutRowSecurity)
        .singleElement()
        .asString()
        .startsWith("Table odd has no forced row security");
  }

  @Test
  void row_security_that_is_not_forced_is_named() {
    after(
            "ALTER TABLE partners NO FORCE ROW LEVEL SECURITY",
            TableRulesCanFailIT::withoutRowSecurity)
        .singleElement()
        .asString()
        .contains("FORCE ROW LEVEL SECURITY");
  }

  @Test
  void a_table_listed_as_one_of_no_tenant_that_is_none_is_named() {
    after(
            "ALTER TABLE scheduled_tasks ADD COLUMN tenant_id uuid",
            TableRulesCanFailIT::withoutRowSecurity)
        .singleElement()
        .asString()
        .startsWith("Table scheduled_tasks is listed in TenantRules");
  }

  @Test
  void a_tenant_table_without_a_policy_is_named() {
    after(BARE_TABLE, TenantRules::withoutTenantPolicy)
        .singleElement()
        .asString()
        .startsWith("Table odd has no policy");
  }

  @Test
  void a_policy_that_guards_only_reads_is_named() {
    after(
            """
            DROP POLICY tenant_isolation ON partners;
            CREATE POLICY tenant_isolation ON partners FOR SELECT USING (tenant_id = current_tenant_id())
            """,
            TenantRules::withoutTenantPolicy)
        .anyMatch(sentence -> sentence.startsWith("Table partners has no policy"));
  }

  @Test
  void a_second_wider_policy_is_named() {
    after("CREATE POLICY everybody ON partners USING (true)", TenantRules::withoutTenantPolicy)
        .singleElement()
        .asString()
        .startsWith("Policy everybody of table partners opens rows");
  }

  @Test
  void uniqueness_across_tenants_is_named() {
    after(
            "CREATE UNIQUE INDEX uq_partners_website ON partners (website, tenant_id)",
            TenantRules::uniqueAcrossTenants)
        .singleElement()
        .asString()
        .startsWith("uq_partners_website of table partners does not begin with tenant_id");
  }

  @Test
  void a_table_that_is_not_keyed_by_tenant_is_named() {
    after("CREATE TABLE odd (tenant_id uuid, id uuid)", TenantRules::keyedOtherwise)
        .hasSize(3)
        .anyMatch(sentence -> sentence.startsWith("Table odd has no primary key"))
        .anyMatch(sentence -> sentence.startsWith("Column tenant_id of table odd must be uuid"))
        .anyMatch(sentence -> sentence.startsWith("Column tenant_id of table odd points nowhere"));
  }

  @Test
  void an_id_without_foreign_key_is_named() {
    after(
            "ALTER TABLE partners ADD COLUMN parent_id uuid",
            connection -> KeyRules.idsThatPointNowhere(connection, KeyRules.WITHOUT_FOREIGN_KEY))
        .singleElement()
        .asString()
        .startsWith("Column partners.parent_id has no foreign key");
  }

  @Test
  void a_listed_id_that_is_gone_is_named() {
    after(
            // The function that hashes an act speaks of it.
            "ALTER TABLE audit_activities DROP COLUMN actor_id CASCADE",
            connection -> KeyRules.idsThatPointNowhere(connection, KeyRules.WITHOUT_FOREIGN_KEY))
        .singleElement()
        .asString()
        .contains("audit_activities.actor_id", "take it off the list");
    after("SELECT 1", connection -> KeyRules.idsThatPointNowhere(connection, Map.of()))
        .hasSize(KeyRules.WITHOUT_FOREIGN_KEY.size());
  }

  @Test
  void a_foreign_key_that_can_leave_the_tenant_is_named() {
    after(
            """
            ALTER TABLE users ADD CONSTRAINT uq_users_id UNIQUE (id);
            ALTER TABLE partner_users ADD CONSTRAINT fk_partner_users_stray FOREIGN KEY (user_id) REFERENCES users (id)
            """,
            KeyRules::keysThatLeaveTheTenant)
        .singleElement()
        .asString()
        .startsWith("Foreign key fk_partner_users_stray of table partner_users can point");
  }

  @Test
  void a_foreign_key_without_index_is_named() {
    after("DROP INDEX ix_partner_users_user", KeyRules::keysWithoutIndex)
        .containsExactly(
            "Foreign key fk_partner_users_user of table partner_users has no index that begins with"
                + " (tenant_id, user_id): add CREATE INDEX.");
  }

  @Test
  void an_index_with_the_columns_elsewhere_does_not_count() {
    after(
            """
            DROP INDEX ix_partner_users_user;
            CREATE INDEX ix_partner_users_odd ON partner_users (tenant_id, role, user_id);
            CREATE INDEX ix_partner_users_part ON partner_users (tenant_id, user_id) WHERE primary_contact
            """,
            KeyRules::keysWithoutIndex)
        .hasSize(1);
  }

  @Test
  void odd_names_are_named() {
    after(
            """
            ALTER TABLE partners ADD CHECK (company_name <> 'x');
            ALTER TABLE partners RENAME CONSTRAINT pk_partners TO pk_partner;
            CREATE INDEX partners_by_tier ON partners (tenant_id, tier);
            CREATE UNIQUE INDEX ix_partners_website ON partners (tenant_id, website)
            """,
            FormRules::oddNames)
        .hasSize(4)
        .anyMatch(sentence -> sentence.contains("call it ck_partners_"))
        .anyMatch(sentence -> sentence.contains("call it pk_partners."))
        .anyMatch(sentence -> sentence.contains("call it ix_partners_"))
        .anyMatch(sentence -> sentence.contains("call it uq_partners_"));
  }

  @Test
  void a_table_without_comment_is_named() {
    after(BARE_TABLE, FormRules::withoutComment)
        .singleElement()
        .asString()
        .startsWith("Table odd says nothing of itself");
  }

  @Test
  void lossy_types_are_named() {
    after(
            """
            CREATE TABLE odd (a timestamp, b timestamp(3), c double precision, d real, e money, f json,
              fine timestamptz, exact numeric(9, 6), whole bigint, document jsonb, day date)
            """,
            FormRules::lossyTypes)
        .hasSize(6)
        .anyMatch(sentence -> sentence.contains("odd.b is timestamp(3) without time zone"))
        .noneMatch(sentence -> sentence.contains("fine"));
  }

  @Test
  void misleading_endings_are_named() {
    after(
            "CREATE TABLE odd (made_at date, due_on timestamptz, net_amount numeric, currency text)",
            FormRules::misleadingEndings)
        .hasSize(4)
        .anyMatch(sentence -> sentence.contains("odd.net_amount is numeric"));
  }

  @Test
  void powers_of_the_application_are_named() {
    after(
            """
            ALTER TABLE partners OWNER TO dotmac_app;
            GRANT CREATE ON SCHEMA public TO dotmac_app;
            ALTER ROLE dotmac_app BYPASSRLS;
            GRANT pg_read_all_data TO dotmac_app
            """,
            GrantRules::powersOfTheApp)
        .anyMatch(sentence -> sentence.startsWith("partners is owned by dotmac_app"))
        .anyMatch(sentence -> sentence.startsWith("dotmac_app may create in schema public"))
        .anyMatch(sentence -> sentence.startsWith("dotmac_app may do what no application should"))
        .anyMatch(sentence -> sentence.startsWith("dotmac_app has the powers of pg_read_all_data"));
  }

  @Test
  void grants_that_go_round_row_security_or_the_history_are_named() {
    after(
            "GRANT TRUNCATE ON partners TO dotmac_app; GRANT INSERT ON databasechangelog TO dotmac_app",
            GrantRules::grantsThatGoRound)
        .hasSize(2);
  }

  @Test
  void ways_to_alter_the_audit_are_named() {
    after(
            "GRANT DELETE, UPDATE (reason) ON audit_activities TO dotmac_app",
            GrantRules::waysToAlterTheAudit)
        .hasSize(2)
        .allMatch(sentence -> sentence.startsWith("dotmac_app has "));
  }

  @Test
  void writes_of_the_reader_are_named() {
    after("GRANT UPDATE ON partners TO dotmac_readonly", GrantRules::writesOfTheReader)
        .containsExactly(
            "dotmac_readonly has UPDATE on table partners: REVOKE it, that role only reads.");
  }

  private ListAssert<String> after(String breakage, Rule rule) {
    try (Connection connection = database.connectAsAdministrator()) {
      connection.setAutoCommit(false);
      Catalog.run(connection, breakage);
      List<String> sentences = rule.violations(connection);
      connection.rollback();
      return assertThat(sentences);
    } catch (SQLException e) {
      throw new IllegalStateException("The sample could not be judged", e);
    }
  }

  private static List<String> withoutRowSecurity(Connection connection) throws SQLException {
    return TenantRules.withoutRowSecurity(connection, TenantRules.OF_NO_TENANT);
  }

  private interface Rule {
    List<String> violations(Connection connection) throws SQLException;
  }
}
