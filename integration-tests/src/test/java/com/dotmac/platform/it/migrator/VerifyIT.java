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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NeedsDatabase
class VerifyIT {
  private static final String INDEX = "CREATE INDEX by_hand ON partners (created_at)";

  @Test
  void databases_that_the_migrator_made_are_as_the_changes_make_them(
      @Own TestDatabase one, @Empty TestDatabase other) {
    MigratorRun.of(other, "migrate").done();

    assertThat(MigratorRun.of(one, "verify").done().out()).contains(": as the changes make it");
    assertThat(Drift.of(other).findings()).isEmpty();
    assertThat(MigratorRun.of(one.environmentOfApp(), "verify").exit()).isZero();
  }

  @Test
  void after_down_and_up_nothing_differs(@Own TestDatabase database) {
    MigratorRun.of(database, "rollback", "--count", "4", "--confirm", database.name()).done();
    Drift down = Drift.of(database);
    MigratorRun.of(database, "migrate").done();

    // The rollback keeps an extension on purpose, since somebody else may use it by then; a change
    // that is pending again explains it.
    assertThat(down.findings()).isEmpty();
    assertThat(down.result().path("pending")).hasSize(4);
    assertThat(Drift.of(database).findings()).isEmpty();
  }

  @Test
  void people_are_told_what_to_run_and_what_it_costs(@Own TestDatabase database)
      throws SQLException {
    Facts.run(
        database,
        "ALTER TABLE partners DROP CONSTRAINT fk_partners_tenant; CREATE TABLE strange (id int);"
            + " ALTER TABLE strange OWNER TO dotmac_owner");

    MigratorRun run = MigratorRun.of(database, "verify");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "missing CONSTRAINT partners.fk_partners_tenant\n  expected  CONSTRAINT fk_partners_tenant FOREIGN KEY",
            "unexpected TABLE strange with 1 object that belong to it\n  actual    CREATE TABLE strange\n",
            "  caution   All rows of the table are lost.",
            "\n  ALTER TABLE partners VALIDATE CONSTRAINT fk_partners_tenant;",
            "\n  -- DROP TABLE strange\n")
        .endsWith(": 2 objects not as the changes make it\n");
  }

  @Test
  void a_database_that_waits_for_changes_is_compared_with_the_version_it_has(
      @Own TestDatabase database, @TempDir Path folder, @Empty TestDatabase blank)
      throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-add", "CREATE TABLE added (id int);");
    changes.snapshot(blank);

    MigratorRun run = MigratorRun.of(database, "verify", "--migrations", changes.list()).done();

    assertThat(run.out()).contains("compared with that version: 1 change pending");
  }

  @Test
  void an_extension_of_a_pending_change_may_be_there_and_any_other_may_not(
      @Own TestDatabase database) throws SQLException {
    String installs = "0011-partners-create-partner-accounts";
    MigratorRun.of(database, "rollback", "--to", "0010-partners-create-partner-users").done();

    assertThat(
            Facts.ask(database, "SELECT count(*) FROM pg_extension WHERE extname = 'btree_gist'"))
        .isEqualTo("1");
    assertThat(Drift.of(database).findings()).isEmpty();
    assertThat(MigratorRun.of(database, "adopt").words()).contains(installs + " absent");

    Facts.run(database, "CREATE EXTENSION citext");
    assertThat(Drift.of(database).findings()).containsExactly("unexpected EXTENSION citext");
  }

  @Test
  void a_list_without_footprints_cannot_be_compared_with(
      @Own TestDatabase database, @TempDir Path folder) throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);

    assertThat(MigratorRun.of(database, "verify", "--migrations", changes.list()).refused(64).err())
        .contains("db/footprints.json", "db snapshot");
  }

  @Test
  void a_database_without_history_or_ahead_of_the_list_is_refused(
      @Empty TestDatabase strange, @Own TestDatabase ahead) throws SQLException {
    Facts.run(strange, "CREATE TABLE orders (id int)");
    Facts.run(
        ahead,
        "INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
            + " VALUES ('9002-later', 'dotmac', 'db/changes/9002-later.sql', now(), 9002, 'EXECUTED')");

    MigratorRun.of(strange, "verify").refused(8);
    assertThat(MigratorRun.of(ahead, "verify").refused(6).err()).contains("9002-later");
  }

  @Test
  void an_allowed_difference_is_told_and_is_not_drift(
      @Own TestDatabase database, @TempDir Path folder) throws SQLException, IOException {
    Facts.run(database, INDEX);
    Path list = folder.resolve("allowed.yaml");
    Files.writeString(list, entry("INDEX partners.by_hand", "2999-12-31"));

    Drift drift = Drift.of(database, "--allow", list.toString());

    assertThat(drift.exit()).isZero();
    assertThat(drift.result().at("/allowed/0/object").asText()).isEqualTo("INDEX partners.by_hand");
    assertThat(MigratorRun.of(database, "verify", "--allow", list.toString()).out())
        .contains(": as the changes make it, beside 1 allowed difference");
  }

  @Test
  void an_entry_that_is_over_or_allows_nothing_is_drift_itself(
      @Own TestDatabase database, @TempDir Path folder) throws SQLException, IOException {
    Facts.run(database, INDEX);
    Path list = folder.resolve("allowed.yaml");
    Files.writeString(
        list, entry("INDEX partners.by_hand", "2020-01-31") + entry("TABLE gone", "2999-12-31"));

    Drift drift = Drift.of(database, "--allow", list.toString());

    assertThat(drift.exit()).isEqualTo(3);
    assertThat(drift.findings()).containsExactly("unexpected INDEX partners.by_hand");
    assertThat(drift.result().at("/expired")).hasSize(1);
    assertThat(drift.result().at("/unused/0/object").asText()).isEqualTo("TABLE gone");
    assertThat(MigratorRun.of(database, "verify", "--allow", list.toString()).out())
        .contains("expired on 2020-01-31", "allows nothing", "2 entries of the allow-list to mend");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'- {object: TABLE x, expires: 2999-12-31}' | has no reason",
        "'- {object: TABLE x, reason: y}' | has no expires",
        "'- {reason: y, expires: 2999-12-31}' | has no object",
        "'- {object: TABLE x, reason: y, expires: soon}' | is not a day",
        "'- {object: TABLE x, why: y, expires: 2999-12-31}' | why",
        "'nonsense' | expires: 2030-03-31",
      })
  void an_incomplete_allow_list_is_a_usage_error(
      String text, String said, @TempDir Path folder, TestDatabase database) throws IOException {
    Path list = folder.resolve("allowed.yaml");
    Files.writeString(list, text);

    assertThat(MigratorRun.of(database, "verify", "--allow", list.toString()).refused(64).err())
        .contains(said);
  }

  private static String entry(String object, String expires) {
    return "- object: %s%n  reason: a test wants it%n  expires: %s%n".formatted(object, expires);
  }
}
