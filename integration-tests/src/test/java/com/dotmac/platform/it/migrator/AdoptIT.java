package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.schema.EntityClasses;
import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.schema.HibernateTables;
import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsDatabase
class AdoptIT {
  private static final String ROWS =
      """
      INSERT INTO tenants (id, slug, name, status, time_zone, default_currency, platform, created_at, updated_at, version)
        VALUES ('00000000-0000-0000-0000-000000000001', 'one', 'One', 'active', 'UTC', 'EUR', false, now(), now(), 0);
      INSERT INTO users (tenant_id, id, email, display_name, status, created_at, updated_at, version)
        VALUES ('00000000-0000-0000-0000-000000000001', gen_random_uuid(), 'a@example.org', 'A', 'active', now(), now(), 0);
      INSERT INTO customers (tenant_id, id, number, name, status, tax_exempt, created_at, updated_at, version)
        VALUES ('00000000-0000-0000-0000-000000000001', gen_random_uuid(), 'CUS-000001', 'C', 'active', false, now(), now(), 0);
      """;

  @ParameterizedTest
  @ValueSource(ints = {15, MigratedPostgres.VERSION, 18})
  void a_database_made_by_hibernate_without_partner_tables_is_brought_to_head(int version)
      throws SQLException {
    try (TestDatabase database = MigratedPostgres.emptyDatabase(version)) {
      makeTheClassicDisease(database);

      MigratorRun plan = MigratorRun.of(database, "adopt");
      assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(2);
      assertThat(plan.words())
          .contains(
              "0009-partners-create-partners absent",
              "CONSTRAINT users.fk_users_tenant is missing",
              "checked: SELECT",
              "sql: ALTER TABLE users ADD CONSTRAINT fk_users_tenant");
      assertThat(Facts.tables(database)).doesNotContain("databasechangelog");

      assertThat(MigratorRun.of(database, "adopt", "--apply").refused(6).err())
          .contains("--apply --complete");
      assertThat(Facts.tables(database)).doesNotContain("databasechangelog");

      MigratorRun.of(database, "adopt", "--apply", "--complete").done();
      assertThatItIsAtHead(database);
      assertThat(Drift.of(database).findings()).isEmpty();
      assertThat(counts(database)).isEqualTo("1 1 1");
      assertThat(MigratorRun.of(database, "migrate").done().out()).contains("nothing to do");
      assertThat(MigratorRun.of(database, "adopt").done().out()).contains("its history is true");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, MigratedPostgres.VERSION, 18})
  void a_missing_column_a_changed_type_and_orphan_rows_are_refused_and_named(int version)
      throws SQLException {
    try (TestDatabase database = MigratedPostgres.emptyDatabase(version)) {
      makeTheClassicDisease(database);
      Facts.run(
          database,
          """
          ALTER TABLE customers DROP COLUMN country;
          ALTER TABLE users ALTER COLUMN version TYPE bigint;
          UPDATE users SET tenant_id = '00000000-0000-0000-0000-00000000dead';
          """);
      Catalog before = Facts.catalog(database);

      for (String[] verb :
          List.of(new String[] {"adopt"}, new String[] {"adopt", "--apply", "--complete"})) {
        MigratorRun run = MigratorRun.of(database, verb).refused(6);
        assertThat(run.err())
            .contains(
                "COLUMN customers.country is missing",
                "COLUMN users.version is of another type",
                "CONSTRAINT users.fk_users_tenant is missing, and 1 row is in the way");
        assertThat(run.out())
            .contains(
                "expected: version integer NOT NULL",
                "actual:   version bigint NOT NULL",
                "\"missing_tenant_id\":\"00000000-0000-0000-0000-00000000dead\"");
      }
      assertThat(Facts.catalog(database)).isEqualTo(before);
      assertThat(Facts.tables(database)).doesNotContain("databasechangelog");
      assertThat(counts(database)).isEqualTo("1 1 1");
    }
  }

  @Test
  void strange_tables_beside_ours_are_listed_and_left_alone(@Empty TestDatabase database)
      throws SQLException {
    makeTheClassicDisease(database);
    Facts.run(
        database,
        "CREATE TABLE radius_accounting (id int PRIMARY KEY, what text);"
            + "INSERT INTO radius_accounting VALUES (1, 'kept');"
            + "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL)");

    MigratorRun run = MigratorRun.of(database, "adopt", "--apply", "--complete").done();

    assertThat(run.out())
        .contains(
            "beside ours, left alone: ",
            "alembic_version",
            "radius_accounting",
            "history of another tool: alembic_version (Alembic)");
    assertThat(Facts.ask(database, "SELECT what FROM radius_accounting")).isEqualTo("kept");
    assertThat(Facts.tables(database)).contains("alembic_version", "databasechangelog", "partners");
  }

  @ParameterizedTest
  @ValueSource(ints = {15, MigratedPostgres.VERSION, 18})
  void an_older_database_of_ours_without_history_is_stamped_and_goes_on(int version)
      throws SQLException {
    try (TestDatabase database = MigratedPostgres.emptyDatabase(version)) {
      MigratorRun.of(database, "migrate", "--to", "0008-customers-create-customers").done();
      Facts.run(database, "DROP TABLE databasechangelog, databasechangeloglock");

      assertThat(MigratorRun.of(database, "migrate").refused(8).err()).contains("db adopt");
      MigratorRun run = MigratorRun.of(database, "adopt", "--apply", "--complete").done();

      assertThat(run.out())
          .contains(
              "0008-customers-create-customers  stamped", "0009-partners-create-partners  run");
      assertThatItIsAtHead(database);
    }
  }

  @Test
  void tables_of_one_role_are_not_put_under_the_history_of_another(@Own TestDatabase database)
      throws SQLException {
    Facts.run(database, "DROP TABLE databasechangelog, databasechangeloglock");
    String seen = rowsOfCatalogue(database);
    Map<String, String> administrator =
        Map.of("DATABASE_URL", database.jdbcUrl(), "DATABASE_USER", "postgres");

    MigratorRun run = MigratorRun.of(administrator, "adopt", "--apply", "--complete").refused(6);

    assertThat(run.err())
        .contains("belong to another role", "TABLE partners of dotmac_owner", "DATABASE_USER");
    assertThat(rowsOfCatalogue(database)).isEqualTo(seen);
    MigratorRun.of(database, "adopt", "--apply", "--complete").done();
  }

  @Test
  void a_version_row_that_lies_is_found_and_the_change_is_run(@Own TestDatabase database)
      throws SQLException {
    Facts.run(database, "DROP TABLE partner_applications; DROP INDEX ix_partners_status");

    MigratorRun plan = MigratorRun.of(database, "adopt");

    assertThat(plan.exit()).isEqualTo(2);
    assertThat(plan.words().lines().filter(line -> line.contains("the history says")))
        .hasSize(2)
        .anyMatch(line -> line.contains("0082-partners-create-applications absent"))
        .anyMatch(line -> line.contains("0009-partners-create-partners completable"));
    assertThat(plan.out()).contains("INDEX partners.ix_partners_status is missing");

    assertThat(MigratorRun.of(database, "adopt", "--apply", "--complete").done().out())
        .contains("0082-partners-create-applications  run");
    assertThatItIsAtHead(database);
    assertThat(Facts.ask(database, "SELECT count(*) - count(DISTINCT id) FROM databasechangelog"))
        .isEqualTo("0");
  }

  @Test
  void another_product_with_our_table_names_is_refused_and_untouched(@Empty TestDatabase database)
      throws SQLException {
    Facts.run(
        database,
        """
        CREATE TABLE users (id serial PRIMARY KEY, login text NOT NULL UNIQUE, password text NOT NULL);
        CREATE TABLE tenants (id serial PRIMARY KEY, domain text NOT NULL);
        CREATE TABLE invoices (id serial PRIMARY KEY, tenant_id int REFERENCES tenants, total float);
        CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version text);
        INSERT INTO users (login, password) VALUES ('root', 'x');
        """);
    Catalog before = Facts.catalog(database);
    String seen = rowsOfCatalogue(database);

    MigratorRun migrate = MigratorRun.of(database, "migrate").refused(8);
    MigratorRun adopt = MigratorRun.of(database, "adopt").refused(6);
    MigratorRun apply = MigratorRun.of(database, "adopt", "--apply", "--complete").refused(6);

    assertThat(migrate.err()).contains("tables but no history", "users");
    assertThat(adopt.err())
        .contains("cannot be adopted", "COLUMN tenants.slug is missing", "another product's");
    assertThat(apply.out()).contains("flyway_schema_history (Flyway)");
    assertThat(Facts.catalog(database)).isEqualTo(before);
    assertThat(rowsOfCatalogue(database)).isEqualTo(seen);
  }

  @Test
  void the_plan_is_told_to_programs(@Own TestDatabase database) throws SQLException {
    Facts.run(database, "ALTER TABLE partners DROP CONSTRAINT fk_partners_tenant");

    JsonNode report = JsonReport.of(MigratorRun.of(database, "adopt", "--json"), "adopt");

    assertThat(report.path("exit_code").asInt()).isEqualTo(2);
    assertThat(report.at("/result/plan/changes/8/state").asText()).isEqualTo("completable");
    assertThat(report.at("/result/plan/changes/8/findings/0/object").asText())
        .isEqualTo("CONSTRAINT partners.fk_partners_tenant");
  }

  private static void makeTheClassicDisease(TestDatabase database) throws SQLException {
    List<Class<?>> registered =
        EntityClasses.ALL.stream()
            .filter(entity -> !entity.getPackageName().endsWith(".partners"))
            .toList();
    HibernateTables.create(database, registered);
    Facts.run(database, ROWS);
  }

  private static void assertThatItIsAtHead(TestDatabase database) throws SQLException {
    assertThat(Difference.between(Footprints.packaged().head(), Facts.catalog(database)))
        .filteredOn(difference -> difference.expected() != null)
        .isEmpty();
  }

  private static String counts(TestDatabase database) throws SQLException {
    return Facts.ask(
        database,
        "SELECT concat_ws(' ', (SELECT count(*) FROM tenants), (SELECT count(*) FROM users),"
            + " (SELECT count(*) FROM customers))");
  }

  /** Every row of the catalogue with the transaction that wrote it: the least write shows. */
  private static String rowsOfCatalogue(TestDatabase database) throws SQLException {
    return Facts.ask(
        database,
        "SELECT md5(string_agg(line, ',' ORDER BY line)) FROM ("
            + "SELECT format('class %s %s', oid, xmin) AS line FROM pg_class UNION ALL "
            + "SELECT format('attribute %s %s %s', attrelid, attnum, xmin) FROM pg_attribute UNION ALL "
            + "SELECT format('constraint %s %s', oid, xmin) FROM pg_constraint UNION ALL "
            + "SELECT format('proc %s %s', oid, xmin) FROM pg_proc) c");
  }
}
