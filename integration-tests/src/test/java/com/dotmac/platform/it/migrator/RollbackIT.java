package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.changelog.Digest;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.dotmac.platform.migrator.rollback.Remains;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class RollbackIT {
  private static final String USERS = "0006-identity-create-users";
  private static final String BEFORE_USERS = "0005-audit-create-audit-activities";
  private static final String TWO_USERS =
      """
      INSERT INTO tenants VALUES
        ('00000000-0000-7000-8000-000000000001', 'acme', 'Acme', 'active', 'UTC', 'EUR', now(), now(), 1);
      INSERT INTO users
        SELECT '00000000-0000-7000-8000-000000000001', gen_random_uuid(), n || '@acme.test', 'Somebody', 'active',
          now(), now(), 1
        FROM generate_series(1, 2) n;
      """;

  /** Changes after {@link #BEFORE_USERS}, which is the fifth. */
  private static final int LATER = Digest.packaged().size() - 5;

  @Test
  void what_holds_nothing_is_taken_back_and_done_again(@Own TestDatabase database)
      throws SQLException {
    Catalog head = Facts.catalog(database);

    MigratorRun run = MigratorRun.of(database, "rollback", "--to", BEFORE_USERS).done();
    assertThat(run.out())
        .contains("goes back to " + BEFORE_USERS + ", by " + LATER + " changes:")
        .contains("lossy: Drops all users.")
        .contains("drops table users: empty")
        .containsPattern("(?m)^  " + USERS + " +\\d+ ms$")
        .containsPattern("is at " + BEFORE_USERS + ": " + LATER + " changes taken back in \\d");
    assertThat(Remains.differences(Footprints.packaged().after(5), Facts.catalog(database)))
        .isEmpty();
    assertThat(Facts.ask(database, "SELECT count(*) FROM migration_steps WHERE kind = 'roll_back'"))
        .isEqualTo(String.valueOf(LATER));
    MigratorRun.of(database, "migrate").done();

    // A column that was dropped and made again stands in another place, and is no other column.
    assertThat(Difference.between(head, Facts.catalog(database))).isEmpty();
  }

  @Test
  void everything_can_be_taken_back(@Own TestDatabase database) throws SQLException {
    String changes = Facts.ask(database, "SELECT count(*) FROM databasechangelog");

    MigratorRun.of(database, "rollback", "--count", changes).done();

    assertThat(Facts.tables(database))
        .isEqualTo("databasechangelog databasechangeloglock migration_runs migration_steps");
    MigratorRun.of(database, "migrate").done();
  }

  @Test
  void data_is_lost_only_by_who_asks_for_it_and_names_the_database(@Own TestDatabase database)
      throws SQLException {
    Facts.run(database, TWO_USERS);
    Catalog head = Facts.catalog(database);
    String[] back = {"rollback", "--to", BEFORE_USERS};

    MigratorRun unasked = MigratorRun.of(database, back).refused(6);
    MigratorRun.of(database, with(back, "--allow-data-loss")).refused(6);
    MigratorRun.of(database, with(back, "--confirm", database.name())).refused(6);
    MigratorRun.of(database, with(back, "--allow-data-loss", "--confirm", "other")).refused(6);
    assertThat(unasked.err())
        .contains("would destroy data", USERS + ": table users: 2 rows", "--allow-data-loss");
    assertThat(unasked.out()).contains("LOSES table users: 2 rows", "drops table partners: empty");
    assertThat(Facts.catalog(database)).isEqualTo(head);

    MigratorRun.of(database, with(back, "--allow-data-loss", "--confirm", database.name())).done();
    assertThat(Facts.tables(database)).contains("tenants").doesNotContain("users");
    assertThat(Facts.ask(database, "SELECT count(*) FROM tenants")).isEqualTo("1");
  }

  @Test
  void what_gets_its_former_name_back_is_not_lost(
      @Own TestDatabase database, @Empty TestDatabase empty, @TempDir Path folder)
      throws IOException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(
        "9001-tests-rename",
        """
        ALTER TABLE users RENAME COLUMN display_name TO shown_name;
        ALTER TABLE users RENAME TO people;
        ALTER TABLE people ADD COLUMN note varchar(50) DEFAULT 'none';

        --rollback ALTER TABLE people DROP COLUMN note;
        --rollback ALTER TABLE people RENAME TO users;
        --rollback ALTER TABLE users RENAME COLUMN shown_name TO display_name;
        """);
    changes.snapshot(empty);
    Facts.run(database, TWO_USERS);
    MigratorRun.of(database, "migrate", "--migrations", changes.list()).done();
    String[] back = {"rollback", "--count", "1", "--migrations", changes.list()};

    assertThat(MigratorRun.of(database, back).refused(6).err())
        .contains("9001-tests-rename: column people.note: 2 values\n")
        .doesNotContain("shown_name", "table people");
    Facts.run(
        database, "ALTER TABLE people NO FORCE ROW LEVEL SECURITY; UPDATE people SET note = NULL;");
    Facts.run(database, "ALTER TABLE people FORCE ROW LEVEL SECURITY");
    MigratorRun.of(database, back).done();
    assertThat(Facts.ask(database, "SELECT count(display_name) FROM users")).isEqualTo("2");
  }

  @Test
  void a_table_that_stays_busy_is_estimated_and_not_taken_for_empty(@Own TestDatabase database)
      throws SQLException {
    Facts.run(database, TWO_USERS + "ANALYZE users;");
    try (Connection reader = database.connectAsAdministrator();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("LOCK TABLE users IN ACCESS SHARE MODE");
      MigratorRun run = MigratorRun.of(database, "rollback", "--to", BEFORE_USERS).refused(6);

      assertThat(run.err()).contains("table users: about 2 rows (the server's estimate)");
    }
  }

  @Test
  void a_dry_run_tells_the_plan_as_remarks_and_the_sql_and_changes_nothing(
      @Own TestDatabase database) throws SQLException {
    Facts.run(database, TWO_USERS);
    Catalog head = Facts.catalog(database);

    MigratorRun run = MigratorRun.of(database, "rollback", "--to", BEFORE_USERS, "-n").done();
    assertThat(run.out())
        .startsWith("-- Database ")
        .contains("\n--     LOSES table users: 2 rows\n", "\nDROP TABLE users;");
    assertThat(Facts.catalog(database)).isEqualTo(head);
    // The SQL does what the verb would have done. It is sent in one piece here, and there no index
    // is dropped concurrently.
    Facts.run(database, run.out().replace("DROP INDEX CONCURRENTLY", "DROP INDEX"));
    assertThat(Remains.differences(Footprints.packaged().after(5), Facts.catalog(database)))
        .isEmpty();
  }

  @Test
  void a_tag_and_an_instant_say_how_far(@Own TestDatabase database) throws SQLException {
    Facts.run(
        database,
        """
        UPDATE databasechangelog SET tag = 'v1' WHERE id = '%s';
        UPDATE databasechangelog SET dateexecuted = '2026-01-31 23:59:59.5' WHERE orderexecuted <= 5;
        UPDATE databasechangelog SET dateexecuted = '2026-02-01 00:00:00.5' WHERE orderexecuted > 5;
        """
            .formatted(BEFORE_USERS));

    String[] look = {"rollback", "--dry-run"};
    String inNewYork = "2026-01-31T19:00:00-05:00";
    assertThat(MigratorRun.of(database, with(look, "--to-tag", "v1")).done().out())
        .contains("goes back to " + BEFORE_USERS + ", by " + LATER + " changes");
    assertThat(MigratorRun.of(database, with(look, "--to-date", inNewYork)).done().out())
        .contains("goes back to " + BEFORE_USERS + ", by " + LATER + " changes");
    assertThat(MigratorRun.of(database, "rollback", "--to-date", "2026-03-01T00:00:00Z").done())
        .extracting(MigratorRun::out)
        .asString()
        .contains("nothing to take back");
  }

  @Test
  void a_target_that_is_not_there_is_told(@Own TestDatabase database) {
    assertThat(MigratorRun.of(database, "rollback", "--to", "0815-nowhere").refused(6).err())
        .contains("change 0815-nowhere is not applied");
    assertThat(MigratorRun.of(database, "rollback", "--to-tag", "v9").refused(6).err())
        .contains("no applied change has the tag v9");
    assertThat(MigratorRun.of(database, "rollback", "--count", "99").refused(6).err())
        .contains("there are not 99 changes");
    assertThat(MigratorRun.of(database, "rollback", "--count", "0").refused(64).err())
        .contains("--count wants a number from 1 on");
    assertThat(MigratorRun.of(database, "rollback", "--to-date", "yesterday").refused(64).err())
        .contains("yesterday is not an instant");
  }

  @Test
  void programs_read_the_plan_and_what_was_done(@Own TestDatabase database) throws SQLException {
    Facts.run(database, TWO_USERS);
    JsonNode refused =
        JsonReport.of(
            MigratorRun.of(database, "rollback", "--to", BEFORE_USERS, "--json"), "rollback");
    JsonNode planned =
        JsonReport.of(
            MigratorRun.of(database, "rollback", "--to", BEFORE_USERS, "-n", "--json").done(),
            "rollback");
    JsonNode done =
        JsonReport.of(
            MigratorRun.of(database, "rollback", "--count", "1", "--json").done(), "rollback");

    assertThat(refused.path("outcome").asText()).isEqualTo("refused");
    assertThat(planned.at("/result/plan")).isEqualTo(refused.at("/result/plan")).hasSize(LATER);
    String ofUsers = "/result/plan/" + (LATER - 1);
    assertThat(planned.at(ofUsers + "/drops/0/rows").asInt()).isEqualTo(2);
    assertThat(planned.at(ofUsers + "/loses_data").asBoolean()).isTrue();
    assertThat(planned.at("/result/sql").asText()).contains("DROP TABLE users");
    assertThat(done.at("/result/rolled_back")).hasSize(1);
    assertThat(done.at("/result/differences")).isEmpty();
  }

  private static String[] with(String[] verb, String... options) {
    return Stream.of(verb, options).flatMap(Stream::of).toArray(String[]::new);
  }
}
