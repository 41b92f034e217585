package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.footprint.Footprints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a migrator at every place that matters. What stops it there is a lock that somebody else
 * has: on the history it stops inside a change, on the record of runs it stops between two.
 */
@NeedsDatabase
class KilledMigratorsIT {
  private static final Footprints FOOTPRINTS = Footprints.packaged();

  /** What the server does by itself within a second of waiting for a client that is gone. */
  private static final String END_OF_SESSIONS =
      "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname ="
          + " current_database() AND application_name LIKE 'dotmac-migrator%'";

  @TempDir private Path folder = Path.of("");

  @Test
  void killed_inside_and_after_every_change_the_next_run_goes_on_alone(@Empty TestDatabase database)
      throws SQLException, IOException, InterruptedException {
    // The first change changes the rights on the schema; its history does not exist before it.
    killWhileItWaits(database, "GRANT USAGE ON SCHEMA public TO PUBLIC", END_OF_SESSIONS);
    assertStands(database, 0, 0);
    int changes = FOOTPRINTS.footprints().size();
    for (int change = 1; change <= changes; change++) {
      killWhileItWaits(database, "LOCK TABLE databasechangelog IN SHARE MODE", END_OF_SESSIONS);
      assertStands(database, isOneTransaction(change) ? change - 1 : change, change - 1);
      killWhileItWaits(database, "LOCK TABLE migration_steps IN SHARE MODE", END_OF_SESSIONS);
      assertStands(database, change, change);
    }

    assertThat(MigratorRun.of(database, "migrate").done().out()).contains("nothing to do");
    assertThat(Facts.catalog(database)).isEqualTo(FOOTPRINTS.head());
    assertThat(Facts.ask(database, "SELECT locked FROM databasechangeloglock")).isEqualTo("f");
    assertThat(Facts.ask(database, "SELECT count(*) FROM migration_runs"))
        .isEqualTo(String.valueOf(2 * changes + 1));
    assertThat(Facts.ask(database, "SELECT count(*) FROM migration_steps WHERE kind = 'end'"))
        .isEqualTo("0");
  }

  @Test
  void a_server_that_does_what_was_sent_before_the_kill_has_the_change_with_its_row_or_neither(
      @Empty TestDatabase database) throws SQLException, IOException, InterruptedException {
    killWhileItWaits(database, "GRANT USAGE ON SCHEMA public TO PUBLIC", "SELECT 1");
    assertStands(database, 0, 0);
    killWhileItWaits(database, "LOCK TABLE databasechangelog IN SHARE MODE", "SELECT 1");
    awaitEndOfSessions(database);
    int recorded = Integer.parseInt(Facts.ask(database, "SELECT count(*) FROM databasechangelog"));
    assertStands(database, recorded, recorded);

    MigratorRun.of(database, "migrate").done();
    assertThat(Facts.catalog(database)).isEqualTo(FOOTPRINTS.head());
  }

  /**
   * @param afterwards what happens at the server when the migrator is gone and before it can go on
   */
  private void killWhileItWaits(TestDatabase database, String obstacle, String afterwards)
      throws SQLException, IOException, InterruptedException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement();
        MigratorProcess killed = start(database, connection, statement, obstacle)) {
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(20))
          .untilAsserted(
              () -> assertThat(Facts.ask(database, waiting())).as(killed.said()).isEqualTo("1"));
      killed.kill();
      statement.execute(afterwards);
      connection.rollback();
    }
  }

  private MigratorProcess start(
      TestDatabase database, Connection connection, Statement statement, String obstacle)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    statement.execute(obstacle);
    return MigratorProcess.start(database, folder, "migrate", "--lock-timeout", "600");
  }

  private static String waiting() {
    return "SELECT count(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid)"
        + " WHERE NOT granted AND datname = current_database()";
  }

  /** One that is not, such as a concurrent index build, is there before its row in the history. */
  private static boolean isOneTransaction(int change) throws IOException {
    String file = "/db/changes/" + FOOTPRINTS.footprints().get(change - 1).change() + ".sql";
    try (InputStream text = Footprints.class.getResourceAsStream(file)) {
      return !new String(Objects.requireNonNull(text, file).readAllBytes(), StandardCharsets.UTF_8)
          .contains("runInTransaction:false");
    }
  }

  private static void assertStands(TestDatabase database, int made, int recorded)
      throws SQLException {
    awaitEndOfSessions(database);
    assertThat(Facts.catalog(database).objects())
        .as("after a kill, with %d changes recorded", recorded)
        .containsExactlyElementsOf(FOOTPRINTS.after(made).objects());
    assertThat(Facts.ask(database, "SELECT count(*) FROM databasechangelog"))
        .isEqualTo(String.valueOf(recorded));
  }

  private static void awaitEndOfSessions(TestDatabase database) {
    await().atMost(Duration.ofMinutes(2)).until(() -> Facts.ask(database, migrators()).equals("0"));
  }

  private static String migrators() {
    return "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        + " AND application_name LIKE 'dotmac-migrator%'";
  }
}
