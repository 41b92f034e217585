package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
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
  void it_goes_as_far_as_it_is_told(@Empty TestDatabase database) throws SQLException {
    MigratorRun run =
        MigratorRun.of(database, "migrate", "--to", "0003-tenancy-create-tenants").done();
    MigratorRun again =
        MigratorRun.of(database, "migrate", "--to", "0003-tenancy-create-tenants").done();
    MigratorRun dry =
        MigratorRun.of(
                database, "migrate", "--to", "0004-tenancy-create-number-series", "--dry-run")
            .done();

    assertThat(run.out()).contains("is at 0003-tenancy-create-tenants: 3 changes applied");
    assertThat(again.out()).contains("is at 0003-tenancy-create-tenants; nothing to do");
    assertThat(dry.out()).contains("CREATE TABLE number_series").doesNotContain("audit_activities");
    assertThat(Facts.tables(database))
        .isEqualTo(
            "databasechangelog databasechangeloglock migration_runs migration_steps tenants");
    MigratorRun.of(database, "migrate").done();
  }

  @Test
  void it_never_goes_back(@Own TestDatabase database) throws SQLException {
    String before = Facts.tables(database);

    assertThat(
            MigratorRun.of(database, "migrate", "--to", "0003-tenancy-create-tenants")
                .refused(6)
                .err())
        .contains("is beyond change 0003", "0004-tenancy-create-number-series", "db rollback --to");
    assertThat(MigratorRun.of(database, "migrate", "--to", "0815-nowhere").refused(6).err())
        .contains("there is no change 0815-nowhere");
    assertThat(Facts.tables(database)).isEqualTo(before);
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
