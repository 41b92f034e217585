package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class JsonIT {

  @Test
  void migrate_tells_each_change_with_its_time(@Empty TestDatabase database) throws SQLException {
    MigratorRun run = MigratorRun.of(database, "migrate", "--json").done();

    JsonNode report = JsonReport.of(run, "migrate");
    assertThat(report.at("/database/name").asText()).isEqualTo(database.name());
    assertThat(report.at("/result/from").isNull()).isTrue();
    assertThat(report.at("/result/applied"))
        .hasSize(Integer.parseInt(Facts.ask(database, "SELECT count(*) FROM databasechangelog")));
    assertThat(report.at("/result/to"))
        .isEqualTo(
            report
                .at("/result/applied")
                .get(report.at("/result/applied").size() - 1)
                .get("change"));
    assertThat(run.err()).contains(" changes applied in ");
  }

  @Test
  void a_second_migrate_tells_that_nothing_was_applied(@Own TestDatabase database) {
    JsonNode report =
        JsonReport.of(MigratorRun.of(database, "migrate", "--json").done(), "migrate");

    assertThat(report.at("/result/applied")).isEmpty();
    assertThat(report.at("/result/from")).isEqualTo(report.at("/result/to"));
  }

  @Test
  void a_dry_run_carries_its_sql(@Empty TestDatabase database) {
    JsonNode report =
        JsonReport.of(MigratorRun.of(database, "migrate", "--dry-run", "--json").done(), "migrate");

    assertThat(report.at("/result/sql").asText()).contains("CREATE TABLE tenants");
  }

  @Test
  void a_failed_change_is_told_with_those_before_it(
      @Empty TestDatabase database, @TempDir Path folder) throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9999-test-break", "CREATE TABLE broken (id uuid NOT NUL);");

    MigratorRun run = MigratorRun.of(database, "migrate", "--json", "--migrations", changes.list());

    JsonNode report = JsonReport.of(run, "migrate");
    assertThat(report.path("outcome").asText()).isEqualTo("change_failed");
    assertThat(report.at("/error/what").asText()).contains("9999-test-break");
    assertThat(report.at("/result/applied")).isNotEmpty();
    assertThat(run.err()).contains("error: ");
  }

  @Test
  void status_tells_applied_and_pending_changes(
      @Own TestDatabase current, @Empty TestDatabase empty) {
    JsonNode done = JsonReport.of(MigratorRun.of(current, "status", "--json"), "status");
    JsonNode pending = JsonReport.of(MigratorRun.of(empty, "status", "--json"), "status");

    assertThat(done.at("/result/pending")).isEmpty();
    assertThat(done.at("/result/applied")).hasSameSizeAs(pending.at("/result/pending"));
    assertThat(pending.path("outcome").asText()).isEqualTo("pending");
  }

  @Test
  void a_stock_verb_carries_what_it_printed(@Own TestDatabase database) {
    JsonNode report = JsonReport.of(MigratorRun.of(database, "dump", "--json").done(), "stock");

    assertThat(report.at("/result/output").asText()).contains("<databaseChangeLog");
  }

  @Test
  void a_refusal_and_a_usage_error_are_objects_too() {
    Map<String, String> nowhere = Map.of("DATABASE_URL", "jdbc:postgresql://localhost:1/dotmac");

    JsonNode unreachable = JsonReport.of(MigratorRun.of(nowhere, "status", "--json"), "status");
    JsonNode usage = JsonReport.of(MigratorRun.of(nowhere, "frobnicate", "--json"), "status");

    assertThat(unreachable.path("outcome").asText()).isEqualTo("unreachable");
    assertThat(unreachable.at("/error/next").asText()).contains("DATABASE_URL");
    assertThat(usage.path("outcome").asText()).isEqualTo("usage");
  }
}
