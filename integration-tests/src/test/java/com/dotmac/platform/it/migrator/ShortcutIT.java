package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.Digest;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.command.Shortcut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short answer of a run that finds nothing to do. */
@NeedsDatabase
class ShortcutIT {
  private static final String KEY = "7237131139341837421";

  private static final List<String> OF_THE_LONG_WAY =
      List.of(
          "liquibase.",
          "io.dropwizard.",
          "com.fasterxml.jackson.",
          "org.hibernate.",
          "jakarta.validation.",
          "net.sourceforge.argparse4j.",
          "ch.qos.logback.",
          "org.slf4j.",
          "org.yaml.");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "status"})
  void it_says_what_the_long_way_says(String verb, TestDatabase database) {
    assertThat(taken(database.environmentOfOwner(), "db", verb)).isTrue();
    assertThat(MigratorRun.ofTheJar(database, verb)).isEqualTo(MigratorRun.of(database, verb));
  }

  @Test
  void it_loads_nothing_of_the_long_way(TestDatabase database)
      throws IOException, InterruptedException {
    Path loaded = folder.resolve("loaded.txt");
    List<String> watch = List.of("-Xlog:class+load:file=" + loaded + "::filecount=0");
    try (MigratorProcess process = MigratorProcess.start(database, folder, watch, "migrate")) {
      assertThat(process.exit()).as(process.said()).isZero();
      assertThat(process.said()).hasLineCount(1).contains("; nothing to do");
    }
    assertThat(Files.readString(loaded)).contains("com.dotmac.platform.migrator.command.Shortcut ");
    assertThat(Files.readAllLines(loaded))
        .filteredOn(line -> OF_THE_LONG_WAY.stream().anyMatch(line::contains))
        .isEmpty();
  }

  @Test
  void it_costs_one_connection_and_one_transaction(
      @Own TestDatabase database, TestDatabase observer) throws SQLException {
    String before = Facts.ask(observer, sessionsAndTransactions(database));
    assertThat(taken(database.environmentOfOwner(), "db", "migrate")).isTrue();

    await()
        .until(
            () -> Facts.ask(observer, sessionsAndTransactions(database)),
            after -> !after.equals(before));
    assertThat(difference(before, Facts.ask(observer, sessionsAndTransactions(database))))
        .as("sessions, and transactions: one to let the session in, one for the query")
        .containsExactly(1L, 2L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM databasechangelog WHERE id LIKE '0011-%'",
        "UPDATE databasechangelog SET md5sum = '9:edited' WHERE id LIKE '0003-%'",
        "UPDATE databasechangelog SET md5sum = '8:older' WHERE id LIKE '0003-%'",
        "UPDATE databasechangelog SET author = 'another' WHERE id LIKE '0003-%'",
        "INSERT INTO databasechangelog SELECT * FROM databasechangelog WHERE id LIKE '0003-%'",
        "UPDATE databasechangeloglock SET locked = true",
        "ALTER TABLE databasechangelog RENAME TO hidden",
        "REVOKE ALL ON databasechangelog FROM dotmac_owner"
      })
  void it_leaves_what_is_not_plainly_up_to_date_to_the_long_way(
      String disturbance, @Own TestDatabase database) throws SQLException {
    Facts.run(database, disturbance);

    assertThat(taken(database.environmentOfOwner(), "db", "migrate")).isFalse();
    assertThat(taken(database.environmentOfOwner(), "db", "status")).isFalse();
  }

  @Test
  void it_leaves_an_empty_database_to_the_long_way(@Empty TestDatabase database) {
    assertThat(taken(database.environmentOfOwner(), "db", "migrate")).isFalse();
  }

  @Test
  void it_leaves_waiting_for_another_migrator_to_the_long_way(@Own TestDatabase database)
      throws SQLException {
    try (Connection holder = database.connectAsOwner();
        Statement statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
      assertThat(taken(database.environmentOfOwner(), "db", "migrate")).isFalse();
    }
  }

  @Test
  void a_lock_in_another_database_is_none_of_its_business(
      TestDatabase database, @Own TestDatabase other) throws SQLException {
    try (Connection holder = other.connectAsOwner();
        Statement statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
      assertThat(taken(database.environmentOfOwner(), "db", "migrate")).isTrue();
    }
  }

  @Test
  void it_leaves_every_failure_to_connect_to_the_long_way(TestDatabase database) {
    Map<String, String> wrong = new HashMap<>(database.environmentOfOwner());
    wrong.put("DATABASE_PASSWORD", "wrong");
    assertThat(taken(wrong, "db", "migrate")).isFalse();
    wrong.put("DATABASE_URL", "jdbc:mysql://localhost/dotmac");
    assertThat(taken(wrong, "db", "migrate")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db migrate --json",
        "db migrate --dry-run",
        "db migrate --verbose",
        "db migrate --wait 1",
        "db migrate ../config/migrator.yml",
        "db status --json",
        "db snapshot",
        "db",
        "migrate"
      })
  void it_leaves_every_other_command_line_to_the_long_way(String line, TestDatabase database) {
    assertThat(taken(database.environmentOfOwner(), line.split(" ", -1))).isFalse();
  }

  @Test
  void the_packaged_digest_is_what_the_changes_are(TestDatabase database) throws SQLException {
    try (Connection connection = database.connectAsOwner()) {
      assertThat(Standing.of(Digest.packaged(), History.read(connection)).isUpToDate())
          .as("db/digest.txt is not what the changes leave in the history; run: make golden")
          .isTrue();
    }
    assertThat(Digest.packaged())
        .extracting(Change::id, Change::author, Change::path)
        .as("db/digest.txt is not the list of changes; run: make golden")
        .isEqualTo(
            assertThat(Changelog.packaged().changes())
                .extracting(Change::id, Change::author, Change::path)
                .actual());
  }

  private static boolean taken(Map<String, String> environment, String... args) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    try (Shortcut shortcut = Shortcut.take(environment, out, args)) {
      assertThat(written.size() > 0).as("wrote").isEqualTo(shortcut.answered());
      return shortcut.answered();
    }
  }

  private static String sessionsAndTransactions(TestDatabase database) {
    return "SELECT sessions || ' ' || xact_commit + xact_rollback FROM pg_stat_database"
        + " WHERE datname = '%s'".formatted(database.name());
  }

  private static List<Long> difference(String before, String after) {
    String[] then = before.split(" ", -1);
    String[] now = after.split(" ", -1);
    return List.of(
        Long.parseLong(now[0]) - Long.parseLong(then[0]),
        Long.parseLong(now[1]) - Long.parseLong(then[1]));
  }
}
