package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class MigrateIT {

  @Test
  void an_empty_database_is_brought_to_the_last_change(@Empty TestDatabase database)
      throws SQLException {
    MigratorRun run = MigratorRun.of(database, "migrate").done();

    String applied = Facts.ask(database, "SELECT count(DISTINCT id) FROM databasechangelog");
    String last =
        Facts.ask(database, "SELECT id FROM databasechangelog ORDER BY orderexecuted DESC LIMIT 1");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> line.matches("  \\d{4}-\\S+ +\\d+ ms")))
        .hasSize(Integer.parseInt(applied));
    assertThat(run.out().lines().toList())
        .last()
        .asString()
        .matches(
            "Database %s at localhost:\\d+ is at %s: %s changes applied in \\d+\\.\\d s"
                .formatted(database.name(), last, applied));
  }

  @Test
  void a_second_run_finds_nothing_to_do(@Own TestDatabase database) {
    MigratorRun run = MigratorRun.of(database, "migrate").done();

    assertThat(run.out()).hasLineCount(1).contains("is up to date at ", "; nothing to do");
  }

  @Test
  void the_history_names_files_as_the_jar_has_them(@Own TestDatabase database) throws SQLException {
    assertThat(
            Facts.ask(
                database,
                "SELECT bool_and(filename = 'db/changes/' || id || '.sql' AND md5sum IS NOT NULL)"
                    + " FROM databasechangelog"))
        .isEqualTo("t");
  }

  @Test
  void a_dry_run_prints_the_sql_and_changes_nothing(@Empty TestDatabase database)
      throws SQLException {
    MigratorRun run = MigratorRun.of(database, "migrate", "--dry-run").done();

    assertThat(run.out()).contains("CREATE TABLE tenants", "INSERT INTO public.databasechangelog");
    assertThat(Facts.tables(database)).isEqualTo("null");
  }

  @Test
  void everything_can_be_taken_back_and_done_again(@Own TestDatabase database) throws SQLException {
    Catalog head = Facts.catalog(database);
    String changes = Facts.ask(database, "SELECT count(*) FROM databasechangelog");

    MigratorRun.of(database, "rollback", "--count", changes, "--confirm", database.name()).done();
    assertThat(Facts.tables(database))
        .isEqualTo("databasechangelog databasechangeloglock migration_runs migration_steps");
    MigratorRun.of(database, "migrate").done();

    assertThat(Facts.catalog(database).objects())
        .containsExactlyInAnyOrderElementsOf(head.objects());
  }

  @Test
  void nothing_is_taken_back_until_the_database_is_named(@Own TestDatabase database)
      throws SQLException {
    Catalog head = Facts.catalog(database);

    MigratorRun unnamed = MigratorRun.of(database, "rollback", "--count", "1").refused(6);
    MigratorRun.of(database, "rollback", "--count", "1", "--confirm", "another").refused(6);
    MigratorRun.of(database, "rollback", "--count", "1", "--dry-run").done();

    assertThat(unnamed.err()).contains("drops data", "--dry-run", "--confirm " + database.name());
    assertThat(Facts.catalog(database)).isEqualTo(head);
  }

  @Test
  void the_snapshot_of_the_changes_is_written_to_files(
      @Empty TestDatabase database, @TempDir Path folder) throws SQLException, IOException {
    Path list = folder.resolve("changes.txt");
    MigratorRun.of(
            database,
            "snapshot",
            "--output-directory",
            folder.toString(),
            "--required-changes",
            list.toString())
        .done();

    assertThat(Files.readString(folder.resolve("schema.sql"))).contains("\nCREATE TABLE tenants (");
    assertThat(Files.readAllLines(list))
        .hasToString(
            Facts.ask(
                database,
                "SELECT '[' || string_agg(id, ', ' ORDER BY orderexecuted) || ']'"
                    + " FROM databasechangelog"));
  }

  @Test
  void a_snapshot_wants_an_empty_database(@Own TestDatabase database, @TempDir Path folder) {
    MigratorRun run =
        MigratorRun.of(database, "snapshot", "--output-directory", folder.toString()).refused(6);

    assertThat(run.err()).contains("is not empty", "make golden");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_tag_is_set_and_shown(@Own TestDatabase database) {
    MigratorRun.of(database, "tag", "v1.0").done();

    assertThat(MigratorRun.of(database, "status").done().out()).contains("tag v1.0");
  }
}
