package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsDatabase
class RolesIT {

  @Test
  void a_migrated_database_has_its_roles_and_rights(TestDatabase database) {
    MigratorRun run = MigratorRun.of(database, "roles").done();

    assertThat(run.out())
        .contains("  dotmac_owner  can log in", "  dotmac_readonly  ")
        .contains("has the roles and rights that it should have");
  }

  @Test
  void a_right_that_is_missing_or_too_much_is_told_and_the_missing_one_added(
      @Own TestDatabase database) throws SQLException {
    Facts.run(
        database,
        """
        REVOKE SELECT ON partners FROM dotmac_readonly;
        REVOKE UPDATE ON users FROM dotmac_app;
        GRANT DELETE ON tenants TO dotmac_readonly;
        GRANT SELECT ON api_keys TO dotmac_readonly;
        """);

    MigratorRun run = MigratorRun.of(database, "roles");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out())
        .contains("grant on partners dotmac_readonly is missing")
        .contains("GRANT UPDATE ON TABLE users TO dotmac_app")
        .contains("grant on api_keys dotmac_readonly is made by no change")
        .contains("REVOKE SELECT ON TABLE api_keys FROM dotmac_readonly", "4 findings");

    JsonNode report =
        JsonReport.of(MigratorRun.of(database, "roles", "--create", "--json"), "roles");
    assertThat(report.at("/result/added")).hasSize(2);
    assertThat(report.at("/result/findings")).hasSize(2);
    assertThat(report.path("exit_code").asInt()).isEqualTo(3);
    Facts.run(
        database,
        "REVOKE DELETE ON tenants FROM dotmac_readonly; REVOKE ALL ON api_keys FROM dotmac_readonly");
    MigratorRun.of(database, "roles").done();
  }

  @Test
  void a_missing_role_is_made_without_a_login_by_an_administrator(@Empty TestDatabase database)
      throws SQLException {
    Map<String, String> administrator =
        Map.of("DATABASE_URL", database.jdbcUrl(), "DATABASE_USER", "postgres");
    String[] look = {"roles", "--owner", "it_new_owner"};
    MigratorRun missing = MigratorRun.of(administrator, look);
    assertThat(missing.exit()).isEqualTo(3);
    assertThat(missing.out()).contains("  it_new_owner  missing", "it_new_owner does not exist");

    MigratorRun made =
        MigratorRun.of(administrator, "roles", "--owner", "it_new_owner", "--create");
    assertThat(made.exit()).isEqualTo(3);
    assertThat(made.out())
        .contains("added    CREATE ROLE it_new_owner NOLOGIN")
        .contains("ALTER DATABASE " + database.name() + " OWNER TO it_new_owner")
        .contains("ALTER ROLE it_new_owner LOGIN PASSWORD '…';");
    Facts.run(database, "ALTER DATABASE " + database.name() + " OWNER TO it_new_owner");

    MigratorRun.of(administrator, look).done();
    assertThat(
            Facts.ask(
                database,
                "SELECT rolcanlogin OR rolpassword IS NOT NULL FROM pg_authid WHERE rolname = 'it_new_owner'"))
        .isEqualTo("f");
  }

  @Test
  void a_role_that_is_too_strong_is_told_and_left_as_it_is(@Own TestDatabase database)
      throws SQLException {
    Facts.run(database, "CREATE ROLE it_strong_owner NOLOGIN SUPERUSER BYPASSRLS CREATEDB");

    MigratorRun run = MigratorRun.of(database, "roles", "--owner", "it_strong_owner");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out())
        .contains("has the attribute SUPERUSER", "ALTER ROLE it_strong_owner NOSUPERUSER")
        .contains("NOBYPASSRLS", "NOCREATEDB")
        .doesNotContain("NOCREATEROLE");
  }
}
