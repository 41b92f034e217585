package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.Renaming;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.footprint.Footprint;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class RewriteIT {
  private static final String WIDEN = "9001-tests-widen";
  private static final String ALTER = "ALTER TABLE tenants ALTER COLUMN version TYPE bigint;";
  private static final String FILL =
      """
      INSERT INTO tenants
        SELECT gen_random_uuid(), 't' || n, repeat('x', 200), 'active', 'UTC', 'EUR', now(), now(), 1
        FROM generate_series(1, %d) n
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void what_each_change_writes_anew_is_recorded(@Empty TestDatabase empty) throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(WIDEN, ALTER);
    changes.add("9002-tests-note", "ALTER TABLE users ADD COLUMN note varchar(50) DEFAULT 'none';");
    changes.add(
        "9003-tests-copy",
        "CREATE TABLE other (LIKE api_keys); DROP TABLE api_keys;"
            + " ALTER TABLE other RENAME TO api_keys;");
    changes.add("9004-tests-index", "CREATE INDEX ix_users_name ON users (display_name);");
    changes.add("9005-tests-new", "CREATE TABLE made (id int); ALTER TABLE made ADD x int;");
    changes.add(
        "9006-tests-parts",
        "CREATE TABLE whole (id int, size int) PARTITION BY RANGE (id);"
            + "CREATE TABLE part PARTITION OF whole DEFAULT;");
    changes.add("9007-tests-widen", "ALTER TABLE whole ALTER COLUMN size TYPE bigint;");
    changes.add("9008-tests-rename", "ALTER TABLE made RENAME COLUMN x TO y;");
    changes.snapshot(empty);

    Map<String, Footprint> recorded =
        Footprints.recorded(Changelog.ofFile(Path.of(changes.list())));
    assertThat(recorded.get(WIDEN)).extracting(Footprint::rewritten).isEqualTo(List.of("tenants"));
    assertThat(recorded.get("9002-tests-note"))
        .extracting(Footprint::rewritten)
        .isEqualTo(List.of());
    assertThat(recorded.get("9003-tests-copy"))
        .extracting(Footprint::rewritten)
        .isEqualTo(List.of("api_keys"));
    assertThat(recorded.get("9004-tests-index"))
        .extracting(Footprint::rewritten)
        .isEqualTo(List.of());
    assertThat(recorded.get("9005-tests-new"))
        .extracting(Footprint::rewritten)
        .isEqualTo(List.of());
    assertThat(recorded.get("9006-tests-parts"))
        .extracting(Footprint::rewritten)
        .isEqualTo(List.of());
    assertThat(recorded.get("9007-tests-widen"))
        .extracting(Footprint::rewritten)
        .isEqualTo(List.of("whole"));
    assertThat(recorded.get("9008-tests-rename"))
        .extracting(Footprint::rewritten, Footprint::renamed)
        .containsExactly(List.of(), List.of(new Renaming("COLUMN made.x", "COLUMN made.y")));
  }

  @Test
  void a_big_table_is_written_anew_only_for_who_names_it(
      @Own TestDatabase database, @Empty TestDatabase empty) throws IOException, SQLException {
    Facts.run(database, FILL.formatted(5_000));
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9000-tests-first", "CREATE TABLE first (id int);");
    changes.add(WIDEN, ALTER);
    changes.snapshot(empty);
    Catalog before = Facts.catalog(database);
    String list = changes.list();

    MigratorRun run = migrate(database, list, "--rewrite-limit", "1").refused(6);
    assertThat(run.err())
        .contains("change " + WIDEN + " would write tenants anew in database " + database.name())
        .containsPattern("tenants has \\d\\.\\d MiB, more than the limit of 1 MiB")
        .contains("ACCESS EXCLUSIVE", "nobody", "Nothing was run", "docs/migrating-live.md")
        .contains("db migrate --allow-rewrite tenants");
    migrate(database, list, "--rewrite-limit", "1", "--allow-rewrite", "users").refused(6);
    assertThat(Facts.catalog(database)).isEqualTo(before);
    assertThat(
            Facts.ask(
                database, "SELECT DISTINCT outcome FROM migration_steps WHERE outcome <> 'done'"))
        .isEqualTo("refused");

    migrate(database, list, "--rewrite-limit", "1", "--allow-rewrite", "tenants").done();
    assertThat(Facts.ask(database, "SELECT pg_typeof(version) FROM tenants LIMIT 1"))
        .isEqualTo("bigint");
  }

  @Test
  void status_and_a_dry_run_say_it_before(@Own TestDatabase database, @Empty TestDatabase empty)
      throws IOException, SQLException {
    Facts.run(database, FILL.formatted(5_000));
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(WIDEN, ALTER);
    changes.snapshot(empty);
    String note = "writes tenants \\(\\d\\.\\d MiB\\) anew; needs --allow-rewrite tenants";
    String[] status = {"status", "--migrations", changes.list(), "--rewrite-limit", "1"};
    String[] dry = {"migrate", "-n", "--migrations", changes.list(), "--rewrite-limit", "1"};

    assertThat(MigratorRun.of(database, status).out())
        .containsPattern("pending +" + WIDEN + "\n +" + note);
    assertThat(MigratorRun.of(database, dry).done().out())
        .containsPattern("-- change " + WIDEN + "  " + note);
    for (String[] verb : List.of(status, dry)) {
      JsonNode report = JsonReport.of(MigratorRun.of(database, with(verb, "--json")), verb[0]);
      assertThat(report.at("/result/rewrites/0/table").asText()).isEqualTo("tenants");
      assertThat(report.at("/result/rewrites/0/bytes").asLong()).isGreaterThan(1 << 20);
      assertThat(report.at("/result/rewrites/0/recorded").asBoolean()).isTrue();
    }
    // A table below the limit is nobody's concern.
    assertThat(MigratorRun.of(database, "status", "--migrations", changes.list()).out())
        .contains(WIDEN)
        .doesNotContain("anew");
    migrate(database, changes.list()).done();
  }

  @Test
  void a_change_without_a_footprint_is_suspected_where_there_is_a_big_table(
      @Own TestDatabase database) throws IOException, SQLException {
    Facts.run(database, FILL.formatted(5_000));
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-harmless", "CREATE TABLE harmless (id int);");
    String list = changes.list();

    assertThat(migrate(database, list, "--rewrite-limit", "1").refused(6).err())
        .contains(
            "change 9001-tests-harmless has no recorded footprint", "tenants has", "db snapshot");
    assertThat(
            MigratorRun.of(database, "status", "--migrations", list, "--rewrite-limit", "1").out())
        .contains("has no footprint and may write tenants");
    migrate(database, list, "--rewrite-limit", "1", "--allow-rewrite", "tenants").done();
  }

  @Test
  void a_table_that_a_change_before_has_filled_is_seen_in_time(
      @Own TestDatabase database, @Empty TestDatabase empty) throws IOException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(
        "9000-tests-fill",
        "CREATE TABLE filled AS SELECT n, repeat('x', 500) FROM generate_series(1, 5000) n;");
    changes.add(WIDEN, "ALTER TABLE filled ALTER COLUMN n TYPE bigint;");
    changes.snapshot(empty);

    assertThat(migrate(database, changes.list(), "--rewrite-limit", "1").refused(6).err())
        .contains(WIDEN, "filled has", "The changes before it stay applied");
    assertThat(Facts.ask(database, "SELECT pg_typeof(n) FROM filled LIMIT 1")).isEqualTo("integer");
  }

  @Test
  void an_adoption_asks_as_well(@Own TestDatabase database, @Empty TestDatabase empty)
      throws IOException, SQLException {
    Facts.run(database, FILL.formatted(5_000));
    Facts.run(database, "DELETE FROM databasechangelog");
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(WIDEN, ALTER);
    changes.snapshot(empty);
    String[] adopt = {"adopt", "--apply", "--migrations", changes.list(), "--rewrite-limit", "1"};

    assertThat(MigratorRun.of(database, adopt).refused(6).err())
        .contains("would write tenants anew", "db adopt --apply --allow-rewrite tenants");
    assertThat(Facts.ask(database, "SELECT count(*) FROM databasechangelog")).isEqualTo("0");
  }

  @Test
  void the_size_of_a_table_that_somebody_has_locked_is_estimated(
      @Own TestDatabase database, @Empty TestDatabase empty) throws IOException, SQLException {
    Facts.run(database, FILL.formatted(5_000) + "; ANALYZE tenants");
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(WIDEN, ALTER);
    changes.snapshot(empty);
    try (Connection holder = database.connectAsOwner();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE tenants IN ACCESS EXCLUSIVE MODE");

      assertThat(migrate(database, changes.list(), "--rewrite-limit", "1").refused(6).err())
          .contains("tenants has");
    }
  }

  private static MigratorRun migrate(TestDatabase database, String list, String... options) {
    return MigratorRun.of(database, with(new String[] {"migrate", "--migrations", list}, options));
  }

  private static String[] with(String[] verb, String... options) {
    return Stream.of(verb, options).flatMap(Stream::of).toArray(String[]::new);
  }
}
