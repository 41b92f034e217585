package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class RollbackRefusalIT {
  private static final String SLEEPERS =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND state = 'active' AND query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()";

  @TempDir private Path folder = Path.of("");

  @Test
  void what_has_no_way_back_is_named_with_its_reason_and_nothing_is_run(
      @Empty TestDatabase database) throws IOException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-merge", "forward-only. The halves are not kept.", "SELECT 1;");
    changes.add("9002-tests-add", "CREATE TABLE added (id int);\n\n--rollback DROP TABLE added;");
    changes.applyTo(database);

    MigratorRun run = rollback(database, changes, "--count", "2").refused(6);
    assertThat(run.err())
        .contains("change 9001-tests-merge cannot be taken back")
        .contains("forward-only: The halves are not kept.", "a new change");
    assertThat(Facts.tables(database)).contains("added");
    rollback(database, changes, "--count", "1").done();
  }

  @Test
  void a_rollback_that_fails_leaves_its_change_and_keeps_those_taken_back(
      @Empty TestDatabase database) throws IOException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(
        "9001-tests-add",
        "CREATE TABLE first (id int);\n\n--rollback DROP TABLE first; DROP TABLE nowhere;");
    changes.add("9002-tests-add", "CREATE TABLE later (id int);\n\n--rollback DROP TABLE later;");
    changes.applyTo(database);

    MigratorRun run = rollback(database, changes, "--count", "2").refused(7);
    assertThat(run.err())
        .contains("the rollback of change 9001-tests-add failed")
        .contains("table \"nowhere\" does not exist", "stays applied");
    assertThat(Facts.tables(database)).contains("first").doesNotContain("later");
    assertThat(last(database)).isEqualTo("9001-tests-add");

    changes.edit("9001-tests-add", " DROP TABLE nowhere;", "");
    rollback(database, changes, "--count", "1").done();
    assertThat(Facts.tables(database)).doesNotContain("first");
  }

  @Test
  void a_rollback_that_leaves_something_is_told(@Empty TestDatabase database) throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(
        "9001-tests-add",
        "CREATE TABLE added (id int);\nCREATE TYPE mood AS ENUM ('good');\n\n"
            + "--rollback DROP TABLE added;");
    changes.applyTo(database);

    assertThat(rollback(database, changes, "--count", "1").refused(3).err())
        .contains("is not what its remaining changes make", "unexpected: TYPE mood");
  }

  @Test
  void the_history_and_the_tables_go_together_or_not_at_all(@Own TestDatabase database)
      throws SQLException {
    Facts.run(
        database,
        """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'the history is closed'; END $$;
        CREATE TRIGGER refuse BEFORE DELETE ON databasechangelog FOR EACH ROW EXECUTE FUNCTION refuse();
        """);
    String before = last(database);

    MigratorRun run = MigratorRun.of(database, "rollback", "--count", "1").refused(7);
    assertThat(run.err()).contains("the history is closed");
    assertThat(last(database)).isEqualTo(before);
    assertThat(Facts.tables(database)).contains("partner_accounts");
  }

  @Test
  void one_killed_in_a_rollback_leaves_a_database_the_next_can_use(@Empty TestDatabase database)
      throws IOException, InterruptedException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(
        "9001-tests-add",
        "CREATE TABLE slow (id int);\n\n--rollback DROP TABLE slow; SELECT pg_sleep(600);");
    changes.applyTo(database);
    try (MigratorProcess killed =
        MigratorProcess.start(
            database, folder, "rollback", "--count", "1", "--migrations", changes.list())) {
      await().atMost(Duration.ofMinutes(1)).until(() -> Facts.ask(database, SLEEPERS).equals("1"));
      killed.kill();
    }
    changes.edit("9001-tests-add", " SELECT pg_sleep(600);", "");

    assertThat(rollback(database, changes, "--count", "1").done().out())
        .contains("1 change taken back");
    assertThat(Facts.tables(database)).doesNotContain("slow");
  }

  @Test
  void values_of_a_column_are_data_too(@Empty TestDatabase database)
      throws IOException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-add", "CREATE TABLE thing (id int);\n\n--rollback DROP TABLE thing;");
    changes.add(
        "9002-tests-note",
        "ALTER TABLE thing ADD note text, ADD twice int GENERATED ALWAYS AS (2 * id) STORED;\n\n"
            + "--rollback ALTER TABLE thing DROP COLUMN note, DROP COLUMN twice;");
    changes.applyTo(database);
    Facts.run(database, "INSERT INTO thing VALUES (1, 'a'), (2, 'b'), (3, NULL)");

    assertThat(rollback(database, changes, "--count", "1").refused(6).err())
        .contains("column thing.note: 2 values")
        .doesNotContain("twice");
    Facts.run(database, "UPDATE thing SET note = NULL");
    assertThat(rollback(database, changes, "--count", "1").done().out())
        .contains("thing.note: empty");
  }

  @Test
  void a_loss_that_cannot_be_counted_has_to_be_allowed(@Empty TestDatabase database)
      throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-round", "lossy. Cents are gone.", "SELECT 1;\n\n--rollback SELECT 2;");
    changes.applyTo(database);

    assertThat(rollback(database, changes, "--count", "1").refused(6).err())
        .contains("9001-tests-round: lossy: Cents are gone.");
    rollback(database, changes, "--count", "1", "--allow-data-loss", "--confirm", database.name())
        .done();
  }

  @Test
  void what_is_stored_after_the_plan_was_made_is_not_lost(@Empty TestDatabase database)
      throws IOException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(
        "9001-tests-add",
        """
        CREATE TABLE thing (id int);
        ALTER TABLE thing ENABLE ROW LEVEL SECURITY;
        ALTER TABLE thing FORCE ROW LEVEL SECURITY;

        --rollback DROP TABLE thing;""");
    // Its way back stores a row, as an application would that still runs.
    changes.add(
        "9002-tests-fill",
        """
        CREATE POLICY open ON thing USING (true);

        --rollback INSERT INTO thing VALUES (1);
        --rollback DROP POLICY open ON thing;""");
    changes.applyTo(database);

    assertThat(rollback(database, changes, "--count", "2").refused(6).err())
        .contains("9001-tests-add would now destroy data", "filled since: table thing");
    assertThat(last(database)).isEqualTo("9001-tests-add");
    assertThat(
            Facts.ask(database, "SELECT relforcerowsecurity FROM pg_class WHERE relname = 'thing'"))
        .isEqualTo("t");
  }

  @Test
  void changes_of_a_newer_release_are_left_to_it(@Own TestDatabase database) throws SQLException {
    Facts.run(
        database,
        "INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
            + " VALUES ('9002-later', 'dotmac', 'db/changes/9002-later.sql', now(), 9002, 'EXECUTED')");

    assertThat(MigratorRun.of(database, "rollback", "--count", "1").refused(6).err())
        .contains("a newer release", "does not have 9002-later", "that applied 9002-later");
  }

  @Test
  void an_edited_history_and_a_strange_database_are_left_alone(
      @Own TestDatabase database, @Empty TestDatabase strange) throws IOException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.edit("0003-tenancy-create-tenants", "varchar(63)", "varchar(64)");
    Catalog before = Facts.catalog(database);
    rollback(database, changes, "--count", "1").refused(4);
    assertThat(Facts.catalog(database)).isEqualTo(before);

    Facts.run(strange, "CREATE TABLE orders (id int)");
    MigratorRun.of(strange, "rollback", "--count", "1").refused(8);
  }

  @Test
  void changes_applied_in_another_order_are_not_taken_back_in_that_of_the_list(
      @Own TestDatabase database) throws SQLException {
    Facts.run(database, "UPDATE databasechangelog SET orderexecuted = 99 WHERE id LIKE '0009%'");
    String before = Facts.tables(database);

    assertThat(MigratorRun.of(database, "rollback", "--count", "1").refused(6).err())
        .contains("another order", "0009-partners-create-partners");
    assertThat(Facts.tables(database)).isEqualTo(before);
  }

  @Test
  void a_gap_in_the_history_is_closed_before_anything_is_taken_back(@Own TestDatabase database)
      throws SQLException {
    Facts.run(database, "DELETE FROM databasechangelog WHERE id LIKE '0009%'");

    assertThat(MigratorRun.of(database, "rollback", "--count", "1").refused(6).err())
        .contains("Pending are 0009-partners-create-partners", "db migrate");
  }

  private static MigratorRun rollback(
      TestDatabase database, ChangesOnDisk changes, String... options) {
    String[] verb = new String[options.length + 3];
    verb[0] = "rollback";
    verb[1] = "--migrations";
    verb[2] = changes.list();
    System.arraycopy(options, 0, verb, 3, options.length);
    return MigratorRun.of(database, verb);
  }

  private static String last(TestDatabase database) throws SQLException {
    return Facts.ask(
        database, "SELECT id FROM databasechangelog ORDER BY orderexecuted DESC LIMIT 1");
  }
}
