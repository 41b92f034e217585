package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.footprint.Footprints;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@NeedsDatabase
class DropAllIT {

  @Test
  void everything_goes_but_the_roles_and_the_database_can_be_migrated_again(
      @Own TestDatabase database) throws SQLException {
    Catalog head = Facts.catalog(database);
    MigratorRun run = drop(database, "--json").done();

    assertThat(JsonReport.of(run, "drop-all").at("/result/dropped").toString())
        .contains("TABLE partners", "FUNCTION current_tenant_id()", "EXTENSION btree_gist");
    assertThat(run.err())
        .contains("  TABLE users\n")
        .containsPattern(" is empty: \\d+ objects dropped");
    assertThat(Facts.tables(database)).isEqualTo("migration_runs migration_steps");
    assertThat(Facts.catalog(database).objects())
        .containsExactlyElementsOf(Footprints.packaged().empty());
    assertThat(Facts.ask(database, "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'dotmac%'"))
        .isEqualTo("3");
    MigratorRun.of(database, "migrate").done();
    assertThat(Facts.catalog(database)).isEqualTo(head);
  }

  @Test
  void it_is_refused_while_the_application_is_connected(@Own TestDatabase database)
      throws SQLException {
    Catalog head = Facts.catalog(database);
    try (Connection app = database.connectAsApp()) {
      assertThat(app.isValid(1)).isTrue();
      assertThat(drop(database).refused(6).err())
          .contains("is in use", "as dotmac_app", "stop the application");
    }
    assertThat(Facts.catalog(database)).isEqualTo(head);
  }

  @Test
  void it_is_refused_where_something_else_would_go_or_stay(
      @Own TestDatabase database, @Own TestDatabase other) throws SQLException {
    Facts.run(database, "CREATE VIEW report AS SELECT name FROM partners JOIN tenants USING (id)");
    Facts.run(other, "CREATE TABLE orders (id int)");
    Catalog before = Facts.catalog(database);

    assertThat(drop(database).refused(6).err()).contains("would go as well: VIEW report");
    assertThat(drop(other).refused(6).err()).contains("would be left", "TABLE orders");
    assertThat(Facts.catalog(database)).isEqualTo(before);
    assertThat(Facts.tables(other)).contains("orders", "partners", "databasechangelog");
  }

  @Test
  void a_database_of_somebody_else_is_left_alone(@Empty TestDatabase database) throws SQLException {
    Facts.run(database, "CREATE TABLE users (id int)");

    drop(database).refused(8);
    assertThat(Facts.tables(database)).isEqualTo("users");
  }

  @Test
  void the_database_has_to_be_named(@Own TestDatabase database) throws SQLException {
    MigratorRun.of(database, "drop-all", "--confirm", "another").refused(6);

    assertThat(Facts.tables(database)).contains("users");
  }

  private static MigratorRun drop(TestDatabase database, String... options) {
    String[] verb = new String[options.length + 3];
    verb[0] = "drop-all";
    verb[1] = "--confirm";
    verb[2] = database.name();
    System.arraycopy(options, 0, verb, 3, options.length);
    return MigratorRun.of(database, verb);
  }
}
