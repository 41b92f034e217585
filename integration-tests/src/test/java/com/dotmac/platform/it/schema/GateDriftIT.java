package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.schema.SchemaRefusedException;
import com.dotmac.platform.app.schema.SchemaSettings;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.migrator.MigratorRun;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which differences from what the changes make keep the app from starting, and which do not. */
@NeedsDatabase
class GateDriftIT {
  private static final int DRIFTED = 3;

  static Stream<Arguments> harmful() {
    return Stream.of(
        drift(
            "COLUMN partners.phone is missing",
            "ALTER TABLE partners DROP phone",
            "ALTER TABLE partners ADD phone varchar(30)"),
        drift(
            "COLUMN partners.tier is not as the changes make it",
            "ALTER TABLE partners ALTER tier DROP NOT NULL",
            "ALTER TABLE partners ALTER tier SET NOT NULL"),
        drift(
            "COLUMN tenants.name is not",
            "ALTER TABLE tenants ALTER name TYPE varchar(300)",
            "ALTER TABLE tenants ALTER name TYPE varchar(255)"),
        drift(
            "COLUMN users.status is not",
            "ALTER TABLE users ALTER status SET DEFAULT 'active'",
            "ALTER TABLE users ALTER status DROP DEFAULT"),
        drift(
            "COLUMN partners.taste is made by no change",
            "ALTER TABLE partners ADD taste int NOT NULL",
            "ALTER TABLE partners DROP taste"),
        drift(
            "CONSTRAINT tenants.ck_tenants_name is missing",
            "ALTER TABLE tenants DROP CONSTRAINT ck_tenants_name",
            "ALTER TABLE tenants ADD CONSTRAINT ck_tenants_name CHECK (name <> '')"),
        drift(
            "CONSTRAINT partners.fk_partners_tenant is not",
            """
            ALTER TABLE partners DROP CONSTRAINT fk_partners_tenant;
            ALTER TABLE partners ADD CONSTRAINT fk_partners_tenant FOREIGN KEY (tenant_id) REFERENCES tenants NOT VALID
            """,
            "ALTER TABLE partners VALIDATE CONSTRAINT fk_partners_tenant"),
        drift(
            "CONSTRAINT api_keys.fk_api_keys_tenant is not",
            "ALTER TABLE api_keys DISABLE TRIGGER ALL",
            "ALTER TABLE api_keys ENABLE TRIGGER ALL"),
        drift(
            "CONSTRAINT tenants.ck_mine is made by no change",
            "ALTER TABLE tenants ADD CONSTRAINT ck_mine CHECK (slug <> 'mine')",
            "ALTER TABLE tenants DROP CONSTRAINT ck_mine"),
        drift(
            "UNIQUE INDEX tenants.ix_mine is made by no change",
            "CREATE UNIQUE INDEX ix_mine ON tenants (name)",
            "DROP INDEX ix_mine"),
        drift(
            "TRIGGER tenants.mine is made by no change",
            "CREATE TRIGGER mine BEFORE UPDATE ON tenants FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "DROP TRIGGER mine ON tenants"),
        drift(
            "RULE tenants.mine is made by no change",
            "CREATE RULE mine AS ON DELETE TO tenants DO INSTEAD NOTHING",
            "DROP RULE mine ON tenants"),
        drift(
            "POLICY partners.open is made by no change",
            "CREATE POLICY open ON partners USING (true)",
            "DROP POLICY open ON partners"),
        drift(
            "POLICY users.tenant_isolation is not",
            "ALTER POLICY tenant_isolation ON users USING (true)",
            "ALTER POLICY tenant_isolation ON users USING (tenant_id = current_tenant_id())"),
        drift(
            "ROW SECURITY of partners is not",
            "ALTER TABLE partners NO FORCE ROW LEVEL SECURITY",
            "ALTER TABLE partners FORCE ROW LEVEL SECURITY"),
        drift(
            "ROW SECURITY of users is not",
            "ALTER TABLE users DISABLE ROW LEVEL SECURITY",
            "ALTER TABLE users ENABLE ROW LEVEL SECURITY"),
        drift(
            "RIGHTS on tenants is not",
            "GRANT DELETE ON tenants TO PUBLIC",
            "REVOKE DELETE ON tenants FROM PUBLIC"),
        drift(
            "RIGHTS on partners is not",
            "REVOKE UPDATE ON partners FROM dotmac_app",
            "GRANT UPDATE ON partners TO dotmac_app"),
        drift(
            "RIGHTS on databasechangelog is not",
            "GRANT INSERT ON databasechangelog TO dotmac_app",
            "REVOKE INSERT ON databasechangelog FROM dotmac_app"),
        drift(
            "FUNCTION current_tenant_id() is not",
            "ALTER FUNCTION current_tenant_id() SECURITY DEFINER",
            "ALTER FUNCTION current_tenant_id() SECURITY INVOKER"),
        drift(
            "TABLE number_series is missing",
            "ALTER TABLE number_series SET SCHEMA elsewhere",
            "ALTER TABLE elsewhere.number_series SET SCHEMA public"));
  }

  private static Arguments drift(String finding, String sql, String undo) {
    return Arguments.of(finding, sql, undo);
  }

  @ParameterizedTest
  @MethodSource
  void harmful(String finding, String sql, String undo, TestDatabase database) {
    database.administer("CREATE SCHEMA IF NOT EXISTS elsewhere");
    database.administer(sql);
    try {
      SchemaRefusedException refusal = AtTheGate.refusal(database);
      assertThat(refusal).hasMessageContaining("but differs from it: " + finding);
      assertThat(refusal.getMessage())
          .as("nothing else is told")
          .doesNotContain(";")
          .contains("Run: java -jar migrator.jar db verify");
      assertThat(refusal.exitCode()).isEqualTo(DRIFTED);
    } finally {
      database.administer(undo);
    }
  }

  @Test
  void what_an_operator_adds_without_harm_is_let_in(@Own TestDatabase own) {
    own.administer(
        """
        CREATE TABLE mine (id int PRIMARY KEY, name text UNIQUE);
        GRANT ALL ON mine TO dotmac_app;
        CREATE INDEX ix_mine ON partners (phone);
        DROP INDEX ix_partner_users_user;
        ALTER TABLE partners ADD mine text, ADD mine_too int NOT NULL DEFAULT 7;
        CREATE VIEW mine_seen AS SELECT 1 AS one;
        CREATE SEQUENCE mine_counted;
        CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1';
        COMMENT ON TABLE partners IS 'mine';
        ALTER TABLE partners SET (fillfactor = 70);
        """);
    assertThat(AtTheGate.letsIn(own)).isTrue();
  }

  @Test
  void an_operator_can_start_in_spite_of_it(@Own TestDatabase own) {
    own.administer("CREATE POLICY open ON partners USING (true)");
    SchemaSettings settings = new SchemaSettings();
    settings.setOnDrift(SchemaSettings.OnDrift.REPORT);
    assertThat(AtTheGate.letsIn(own, settings)).isTrue();
    own.administer(SchemaGateIT.WITHOUT_LAST);
    assertThat(AtTheGate.refusal(own, settings)).hasMessageContaining("1 pending");
  }

  @Test
  void the_first_few_are_named_and_the_others_counted(@Own TestDatabase own) {
    own.administer(
        "DROP TABLE partner_settings, partner_payout_minimums; DROP POLICY tenant_isolation ON users");
    own.administer("ALTER TABLE partners DISABLE ROW LEVEL SECURITY; ALTER TABLE users DROP email");
    assertThat(AtTheGate.refusal(own))
        .hasMessageContaining("TABLE partner_payout_minimums is missing; ")
        .hasMessageContaining("; and ")
        .hasMessageContaining(" more.");
  }

  @Test
  void a_newer_database_is_not_judged(@Own TestDatabase own) {
    own.administer(SchemaGateIT.newer("expand"));
    own.administer("ALTER TABLE partners ADD CONSTRAINT ck_newer CHECK (true)");
    assertThat(AtTheGate.letsIn(own)).isTrue();
  }

  @Test
  void the_way_back_and_forth_leaves_no_difference(@Own TestDatabase own) {
    MigratorRun.of(own, "rollback", "--count", "3", "--confirm", own.name()).done();
    assertThat(AtTheGate.refusal(own).exitCode()).isEqualTo(2);
    MigratorRun.of(own, "migrate").done();
    assertThat(AtTheGate.letsIn(own)).isTrue();
  }

  @Test
  void a_search_path_of_the_role_changes_nothing(@Own TestDatabase own) {
    own.administer(
        "ALTER ROLE dotmac_app IN DATABASE %s SET search_path = pg_catalog".formatted(own.name()));
    own.administer(
        "ALTER ROLE dotmac_app IN DATABASE %s SET quote_all_identifiers = on"
            .formatted(own.name()));
    assertThat(AtTheGate.letsIn(own)).isTrue();
  }
}
