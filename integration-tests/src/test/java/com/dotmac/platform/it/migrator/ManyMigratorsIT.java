package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class ManyMigratorsIT {
  private static final int MIGRATORS = 20;
  private static final String KEY = "7237131139341837421";

  @TempDir private Path folder = Path.of("");

  @Test
  void of_many_at_once_on_an_empty_database_one_works_and_all_end_well(@Empty TestDatabase database)
      throws IOException, InterruptedException, SQLException {
    List<MigratorProcess> processes = new ArrayList<>();
    for (int i = 0; i < MIGRATORS; i++) {
      processes.add(MigratorProcess.start(database, folder, "migrate"));
    }
    List<String> summaries = new ArrayList<>();
    for (MigratorProcess process : processes) {
      assertThat(process.exit()).as(process.said()).isZero();
      summaries.add(process.said());
    }

    assertThat(summaries).filteredOn(said -> said.contains("changes applied")).hasSize(1);
    assertThat(summaries).filteredOn(said -> said.contains("nothing to do")).hasSize(MIGRATORS - 1);
    assertThat(Facts.ask(database, "SELECT count(*) = count(DISTINCT id) FROM databasechangelog"))
        .isEqualTo("t");
  }

  @Test
  void one_killed_in_a_change_leaves_a_database_the_next_can_use(@Own TestDatabase database)
      throws IOException, InterruptedException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-sleep", "CREATE TABLE slow (id int);\nSELECT pg_sleep(600);");
    try (MigratorProcess killed =
        MigratorProcess.start(database, folder, "migrate", "--migrations", changes.list())) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> Facts.ask(database, sleepers()).equals("1"));
      killed.kill();
    }
    assertThat(Facts.ask(database, "SELECT locked FROM databasechangeloglock")).isEqualTo("t");
    changes.edit("9001-tests-sleep", "SELECT pg_sleep(600);", "");
    MigratorRun next = MigratorRun.of(database, "migrate", "--migrations", changes.list()).done();

    assertThat(next.out())
        .contains("Released the lock row", "9001-tests-sleep", "1 change applied");
    assertThat(Facts.ask(database, "SELECT locked FROM databasechangeloglock")).isEqualTo("f");
  }

  @Test
  void one_that_waits_in_vain_says_for_whom(@Own TestDatabase database) throws SQLException {
    try (Connection holder = database.connectAsOwner();
        Statement statement = holder.createStatement()) {
      statement.execute("SET application_name TO 'the other one'");
      statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
      MigratorRun run = MigratorRun.of(database, "migrate", "--wait", "1").refused(5);

      assertThat(run.err()).contains("locked by another migrator", "the other one");
    }
    MigratorRun.of(database, "migrate").done();
  }

  @Test
  void a_lock_row_is_healed_only_by_who_holds_the_lock(@Own TestDatabase database)
      throws SQLException {
    Facts.run(database, "UPDATE databasechangeloglock SET locked = true, lockedby = 'a ghost'");
    try (Connection holder = database.connectAsOwner();
        Statement statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
      MigratorRun.of(database, "migrate", "--wait", "1").refused(5);
      assertThat(Facts.ask(database, "SELECT locked FROM databasechangeloglock")).isEqualTo("t");
    }

    MigratorRun.of(database, "migrate").done();
    assertThat(Facts.ask(database, "SELECT locked FROM databasechangeloglock")).isEqualTo("f");
  }

  @Test
  void a_lock_row_is_left_to_a_stock_liquibase_that_is_alive(@Own TestDatabase database)
      throws SQLException {
    Facts.run(database, "UPDATE databasechangeloglock SET locked = true, lockedby = 'another'");
    // As stock Liquibase does: no advisory lock, and the driver's own name for the session.
    try (Connection stranger = database.connectAsOwner()) {
      MigratorRun run = MigratorRun.of(database, "migrate", "--wait", "1").refused(5);

      assertThat(stranger.isValid(1)).isTrue();
      assertThat(run.err()).contains("another Liquibase", "PostgreSQL JDBC Driver");
      assertThat(Facts.ask(database, "SELECT locked FROM databasechangeloglock")).isEqualTo("t");
    }

    MigratorRun.of(database, "migrate").done();
    assertThat(Facts.ask(database, "SELECT locked FROM databasechangeloglock")).isEqualTo("f");
  }

  private static String sleepers() {
    return "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        + " AND state = 'active' AND query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()";
  }
}
