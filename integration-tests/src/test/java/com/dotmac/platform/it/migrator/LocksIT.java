package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class LocksIT {
  private static final String KEY = "7237131139341837421";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_free_lock_is_told(@Own TestDatabase database) {
    assertThat(MigratorRun.of(database, "locks").done().out())
        .isEqualToIgnoringNewLines(
            "The deployment lock of database %s at localhost:%s is free"
                .formatted(database.name(), database.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1")));
    JsonNode report = JsonReport.of(MigratorRun.of(database, "locks", "--json").done(), "locks");
    assertThat(report.at("/result/holder").isNull()).isTrue();
    assertThat(report.at("/result/working")).isEmpty();
  }

  @Test
  void a_living_migrator_is_shown_with_who_blocks_it_and_keeps_its_lock(@Own TestDatabase database)
      throws Exception {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-alter", "ALTER TABLE tenants ADD COLUMN half int;");
    CompletableFuture<MigratorRun> run;
    try (Connection holder = database.connectAsOwner();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE tenants IN ACCESS SHARE MODE");
      run =
          CompletableFuture.supplyAsync(
              () ->
                  MigratorRun.of(
                      database,
                      "migrate",
                      "--migrations",
                      changes.list(),
                      "--lock-timeout",
                      "600"));
      // Longer than the silence that is allowed below.
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  "t"
                      .equals(
                          Facts.ask(
                              database,
                              "SELECT coalesce(max(clock_timestamp() -"
                                  + " query_start) > interval '2.5 s', false) FROM pg_stat_activity WHERE"
                                  + " datname = current_database() AND wait_event_type = 'Lock'")));

      JsonNode report = JsonReport.of(MigratorRun.of(database, "locks", "--json"), "locks");
      assertThat(report.at("/result/holder/application").asText()).startsWith("dotmac-migrator");
      assertThat(report.at("/result/working")).hasSize(1);
      assertThat(report.at("/result/working/0/session/statement").asText()).contains("ALTER TABLE");
      assertThat(report.at("/result/working/0/blockers/0/description").asText())
          .contains("PostgreSQL JDBC Driver");
      assertThat(report.at("/result/row/locked").asBoolean()).isTrue();
      MigratorRun release =
          MigratorRun.of(database, "locks", "--release", "--silence", "2").refused(6);
      assertThat(release.err()).contains("is not taken from its holder", "sign of life 0 s ago");
      assertThat(release.out()).contains("  holder   ", "  works    ", "    waits for   ");
      holder.rollback();
    }
    run.get(60, TimeUnit.SECONDS).done();
  }

  @Test
  void the_lock_of_a_migrator_that_is_gone_is_released_with_its_work(@Own TestDatabase database)
      throws Exception {
    try (Connection holder = database.connectAsOwner();
        Connection work = database.connectAsOwner();
        Statement holding = holder.createStatement();
        Statement working = work.createStatement()) {
      holding.execute("SET application_name TO 'dotmac-migrator/9.9'");
      working.execute("SET application_name TO 'dotmac-migrator/9.9'");
      working.execute("SELECT pg_advisory_lock_shared(%d, 1)".formatted(0x646f746d));
      work.setAutoCommit(false);
      working.execute("CREATE TABLE half (id int)");
      holding.execute("SELECT pg_advisory_lock(" + KEY + ")");
      Facts.run(
          database,
          "UPDATE databasechangeloglock SET locked = true, lockedby = 'gone#dotmac-migrator (h)'");
      MigratorRun.of(database, "locks", "--release").refused(6);

      MigratorRun run =
          await()
              .atMost(Duration.ofSeconds(20))
              .until(
                  () -> MigratorRun.of(database, "locks", "--release", "--silence", "2"),
                  released -> released.exit() == 0);
      assertThat(run.out())
          .contains("Ended server process", "Released the lock row", "The lock is free");
      assertThat(holder.isValid(1)).isFalse();
      assertThat(work.isValid(1)).isFalse();
    }
    assertThat(Facts.tables(database)).doesNotContain("half");
    assertThat(MigratorRun.of(database, "migrate", "--wait", "0").done().out())
        .contains("nothing to do");
  }

  @Test
  void a_lock_that_no_migrator_took_is_left_alone(@Own TestDatabase database) throws SQLException {
    try (Connection holder = database.connectAsOwner();
        Statement statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + KEY + ")");

      assertThat(MigratorRun.of(database, "locks", "--release").refused(6).err())
          .contains("cannot be told whether its client is gone", "pg_terminate_backend(");
      assertThat(holder.isValid(1)).isTrue();
    }
  }

  @Test
  void one_whose_lock_was_taken_away_stops_before_the_next_change(@Own TestDatabase database)
      throws Exception {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(
        "9001-tests-lose",
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory'"
            + " AND objsubid = 1 AND database ="
            + " (SELECT oid FROM pg_database WHERE datname = current_database());");
    changes.add("9002-tests-next", "CREATE TABLE next (id int);");

    assertThat(MigratorRun.of(database, "migrate", "--migrations", changes.list()).refused(9).err())
        .contains("the deployment lock of database " + database.name(), "was lost");
    assertThat(Facts.tables(database)).doesNotContain("next");
  }
}
