package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsDatabase
class RunsIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_run_is_recorded_with_who_where_and_what(@Empty TestDatabase database) {
    assertThat(MigratorRun.of(database, "runs").done().out()).contains("0 runs shown");
    MigratorRun.of(database, "migrate").done();

    JsonNode report = JsonReport.of(MigratorRun.of(database, "runs", "--json").done(), "runs");
    JsonNode run = report.at("/result/runs/0");
    assertThat(run.path("verb").asText()).isEqualTo("migrate");
    assertThat(run.path("outcome").asText()).isEqualTo("done");
    assertThat(run.path("database_role").asText()).isEqualTo("dotmac_owner");
    assertThat(run.path("os_user").asText()).isEqualTo(System.getProperty("user.name"));
    assertThat(run.path("host").asText()).isNotBlank();
    assertThat(run.path("applied").asInt()).isPositive();
    assertThat(MigratorRun.of(database, "runs").done().out())
        .contains("migrate: done in ", " applied  by ", "as dotmac_owner", "1 run shown");
  }

  @Test
  void a_run_that_finds_nothing_to_do_is_not_recorded(@Own TestDatabase database)
      throws SQLException {
    String before = Facts.ask(database, "SELECT count(*) FROM migration_runs");
    MigratorRun.of(database, "migrate").done();
    MigratorRun.of(database, "status").done();

    assertThat(Facts.ask(database, "SELECT count(*) FROM migration_runs")).isEqualTo(before);
  }

  @Test
  void a_refusal_and_a_failure_are_recorded(@Own TestDatabase database)
      throws SQLException, IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-break", "CREATE TABLE half (id nonsense);");
    MigratorRun.of(database, "migrate", "--migrations", changes.list()).refused(7);
    Facts.run(database, "UPDATE databasechangelog SET id = '0011-other' WHERE id LIKE '0011%'");
    MigratorRun.of(database, "migrate").refused(6);

    JsonNode runs =
        JsonReport.of(MigratorRun.of(database, "runs", "--last", "2", "--json").done(), "runs")
            .at("/result/runs");
    assertThat(runs).hasSize(2);
    assertThat(runs.at("/0/outcome").asText()).isEqualTo("refused");
    assertThat(runs.at("/0/why").asText()).contains("0011-other");
    assertThat(runs.at("/1/outcome").asText()).isEqualTo("change_failed");
    assertThat(runs.at("/1/why").asText()).contains("9001-tests-break", "nonsense");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE migration_runs SET verb = 'other'",
        "DELETE FROM migration_steps",
        "TRUNCATE migration_runs"
      })
  void what_is_recorded_is_not_changed_by_the_owner(String statement, @Own TestDatabase database)
      throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement attempt = owner.createStatement()) {
      assertThatThrownBy(() -> attempt.execute(statement))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void a_record_that_cannot_be_written_stops_nothing(@Own TestDatabase database)
      throws SQLException, IOException {
    Facts.run(database, "ALTER TABLE migration_runs OWNER TO postgres");
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-add", "CREATE TABLE added (id int);");

    assertThat(MigratorRun.of(database, "migrate", "--migrations", changes.list()).done().out())
        .containsOnlyOnce("The record of this run cannot be written: ")
        .contains("1 change applied");
  }
}
