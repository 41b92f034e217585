package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oldest and the newest PostgreSQL we work on; every other test runs on the one between. */
class VersionsIT {
  private static final List<Mutation> MUTATIONS =
      List.of(
          new Mutation("column", "missing COLUMN users.email", "ALTER TABLE users DROP email"),
          new Mutation(
              "NOT NULL",
              "changed COLUMN tenants.time_zone",
              "ALTER TABLE tenants ALTER time_zone DROP NOT NULL"),
          new Mutation(
              "length",
              "changed COLUMN tenants.name",
              "ALTER TABLE tenants ALTER name TYPE varchar(300)"),
          new Mutation(
              "reference",
              "missing CONSTRAINT partner_users.fk_partner_users_user",
              "ALTER TABLE partner_users DROP CONSTRAINT fk_partner_users_user"),
          new Mutation(
              "check",
              "missing CONSTRAINT tenants.ck_tenants_slug",
              "ALTER TABLE tenants DROP CONSTRAINT ck_tenants_slug"),
          new Mutation(
              "unique",
              "missing CONSTRAINT tenants.uq_tenants_slug",
              "ALTER TABLE tenants DROP CONSTRAINT uq_tenants_slug"),
          new Mutation(
              "index",
              "missing INDEX partner_users.ix_partner_users_user",
              "DROP INDEX ix_partner_users_user"),
          new Mutation(
              "policy",
              "changed POLICY partner_users.tenant_isolation",
              "ALTER POLICY tenant_isolation ON partner_users USING (true)"),
          new Mutation(
              "row security",
              "changed TABLE partner_users",
              "ALTER TABLE partner_users NO FORCE ROW LEVEL SECURITY"),
          new Mutation(
              "grant",
              "unexpected GRANT grant on tenants PUBLIC",
              "GRANT ALL ON tenants TO PUBLIC"),
          new Mutation(
              "table",
              "unexpected TABLE strange",
              "CREATE TABLE strange (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n int NOT NULL)"),
          new Mutation("lost table", "missing TABLE api_keys", "DROP TABLE api_keys"));

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void the_schema_is_made_compared_and_repaired_on_other_versions(int version) throws SQLException {
    try (TestDatabase database = MigratedPostgres.emptyDatabase(version)) {
      assertThat(Facts.ask(database, "SHOW server_version_num")).startsWith(version + "0");
      MigratorRun.of(database, "migrate").done();
      assertThat(MigratorRun.of(database, "status").exit()).isZero();
      assertThat(Drift.of(database).findings()).isEmpty();

      for (Mutation mutation : MUTATIONS) {
        runAsOwner(database, mutation.sql());
      }
      Drift drift = Drift.of(database);
      assertThat(drift.exit()).isEqualTo(3);
      assertThat(drift.findings())
          .contains(MUTATIONS.stream().map(Mutation::finding).toArray(String[]::new));
      repair(drift, database);
      assertThat(Drift.of(database).findings()).isEmpty();

      MigratorRun.of(database, "rollback", "--count", "2", "--confirm", database.name()).done();
      MigratorRun.of(database, "migrate").done();
      assertThat(Drift.of(database).findings()).isEmpty();
    }
  }

  private static void runAsOwner(TestDatabase database, String sql) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void repair(Drift drift, TestDatabase database) throws SQLException {
    try (Connection owner = database.connectAsOwner()) {
      drift.repair(owner);
    }
  }
}
