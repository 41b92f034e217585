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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a configuration file a run does without Dropwizard, and nobody can tell. */
@NeedsDatabase
class DirectWayIT {
  private static final String FILE = "../config/migrator.yml";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_run_with_nothing_to_do_says_the_same_with_and_without_a_file(TestDatabase database) {
    for (String verb : new String[] {"migrate", "status"}) {
      assertThat(MigratorRun.of(database, verb)).isEqualTo(MigratorRun.of(database, verb, FILE));
    }
  }

  @Test
  void a_dry_run_says_the_same_with_and_without_a_file(@Empty TestDatabase database) {
    assertThat(withoutTimes(MigratorRun.of(database, "migrate", "--dry-run").done()))
        .isEqualTo(withoutTimes(MigratorRun.of(database, "migrate", "--dry-run", FILE).done()));
  }

  @Test
  void a_refusal_says_the_same_with_and_without_a_file(@Own TestDatabase database)
      throws SQLException {
    Facts.run(database, "ALTER TABLE databasechangelog RENAME TO hidden");

    assertThat(MigratorRun.of(database, "migrate").refused(8))
        .isEqualTo(MigratorRun.of(database, "migrate", FILE));
  }

  @Test
  void a_migration_loads_nothing_of_dropwizard(@Empty TestDatabase database)
      throws IOException, InterruptedException {
    Path loaded = folder.resolve("loaded.txt");
    try (MigratorProcess process =
        MigratorProcess.start(
            database,
            folder,
            List.of("-Xlog:class+load:file=" + loaded + "::filecount=0"),
            "migrate")) {
      assertThat(process.exit()).as(process.said()).isZero();
      assertThat(process.said()).contains("changes applied in");
    }
    assertThat(Files.readAllLines(loaded))
        .filteredOn(
            line ->
                line.contains("io.dropwizard.core.setup.Bootstrap ")
                    || line.contains("org.hibernate.validator.")
                    || line.contains("liquibase.command.CommandScope "))
        .isEmpty();
  }

  @Test
  void a_verbose_run_tells_what_liquibase_does(@Empty TestDatabase database)
      throws IOException, InterruptedException {
    try (MigratorProcess process =
        MigratorProcess.start(database, folder, "migrate", "--verbose")) {
      assertThat(process.exit()).as(process.said()).isZero();
      assertThat(process.said()).containsPattern("(?m)^INFO .*liquibase\\.");
    }
  }

  private static String withoutTimes(MigratorRun run) {
    return run.out().replaceAll("(?m)^-- .*$|'\\d{10}'|NOW\\(\\)", "");
  }
}
