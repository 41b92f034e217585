package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsDatabase
class ConcurrentIndexIT {
  private static final String BUILD = "CREATE INDEX CONCURRENTLY ix_tests ON tenants (name);";
  private static final String BUILD_UNLESS_THERE =
      "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_tests ON tenants (name);";
  private static final String VALID =
      "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('ix_tests')";

  @TempDir private Path folder = Path.of("");
  private String list = "";

  private void change(String sql) throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.addWithoutTransaction("9001-tests-index", sql);
    list = changes.list();
  }

  @Test
  void a_waiter_does_not_stall_a_concurrent_index_build(@Own TestDatabase database)
      throws Exception {
    change(BUILD);
    CompletableFuture<MigratorRun> waiter;
    try (Connection writer = database.connectAsOwner();
        MigratorProcess first = startBehind(writer, database)) {
      waiter =
          CompletableFuture.supplyAsync(
              () -> MigratorRun.of(database, "migrate", "--migrations", list));
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> Facts.ask(database, migrators()), "3"::equals);
      // Long enough that the build tells how far it is.
      await().atMost(Duration.ofMinutes(1)).until(() -> first.said().contains("building index"));
      writer.rollback();

      assertThat(first.exit()).as(first.said()).isZero();
      assertThat(first.said())
          .contains(
              "waiting for server process", "building index ix_tests on tenants: waiting for");
    }
    assertThat(waiter.get(30, TimeUnit.SECONDS).done().out())
        .contains("Waiting for another migrator: dotmac-migrator", "nothing to do");
    assertThat(Facts.ask(database, VALID)).isEqualTo("t");
  }

  @Test
  void what_a_killed_build_left_is_dropped_and_built_again(@Own TestDatabase database)
      throws Exception {
    Facts.run(
        database,
        "ALTER DATABASE %s SET client_connection_check_interval TO 0".formatted(database.name()));
    change(BUILD);
    try (Connection writer = database.connectAsOwner();
        MigratorProcess killed = startBehind(writer, database)) {
      killed.kill();
      // The server looks after its client once a second, whatever the statement waits for.
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> Facts.ask(database, migrators()), "0"::equals);
    }
    assertThat(Facts.ask(database, VALID)).isEqualTo("f");

    assertThat(MigratorRun.of(database, "migrate", "--migrations", list).done().out())
        .contains(
            "dropped the invalid index public.ix_tests of a killed build", "1 change applied");
    assertThat(Facts.ask(database, VALID)).isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {BUILD, BUILD_UNLESS_THERE})
  void an_invalid_index_of_the_change_is_replaced(String build, @Own TestDatabase database)
      throws Exception {
    change(build);
    invalid(database, "CREATE INDEX ix_tests ON tenants (name)");

    MigratorRun.of(database, "migrate", "--migrations", list).done();
    assertThat(Facts.ask(database, VALID)).isEqualTo("t");
  }

  @Test
  void an_index_that_was_built_before_the_kill_is_kept(@Own TestDatabase database)
      throws Exception {
    change(BUILD_UNLESS_THERE);
    Facts.run(database, "CREATE INDEX ix_tests ON tenants (name)");
    String before = Facts.ask(database, "SELECT 'ix_tests'::regclass::oid");

    MigratorRun.of(database, "migrate", "--migrations", list).done();
    assertThat(Facts.ask(database, "SELECT 'ix_tests'::regclass::oid")).isEqualTo(before);
  }

  @Test
  void a_valid_index_and_one_of_another_table_are_never_dropped(@Own TestDatabase database)
      throws Exception {
    change(BUILD);
    Facts.run(database, "CREATE INDEX ix_tests ON tenants (slug)");
    assertThat(MigratorRun.of(database, "migrate", "--migrations", list).refused(7).err())
        .contains("already exists");
    assertThat(Facts.ask(database, VALID)).isEqualTo("t");

    Facts.run(database, "DROP INDEX ix_tests");
    invalid(database, "CREATE INDEX ix_tests ON users (email)");
    MigratorRun.of(database, "migrate", "--migrations", list).refused(7);
    assertThat(Facts.ask(database, VALID)).isEqualTo("f");
  }

  @Test
  void a_build_that_fails_for_its_own_reason_is_told(@Own TestDatabase database) throws Exception {
    Facts.run(
        database,
        "CREATE TABLE twice AS SELECT 1 AS id UNION ALL SELECT 1;"
            + " ALTER TABLE twice OWNER TO dotmac_owner");
    change("CREATE UNIQUE INDEX CONCURRENTLY ix_tests ON twice (id);");
    for (int run = 1; run <= 2; run++) {
      assertThat(MigratorRun.of(database, "migrate", "--migrations", list).refused(7).err())
          .contains("could not create unique index", "parts of it may remain");
    }
    Facts.run(database, "DELETE FROM twice WHERE ctid = (SELECT min(ctid) FROM twice)");

    MigratorRun.of(database, "migrate", "--migrations", list).done();
    assertThat(Facts.ask(database, VALID)).isEqualTo("t");
  }

  /** Starts a migrator whose index build waits for the end of the writer's transaction. */
  private MigratorProcess startBehind(Connection writer, TestDatabase database)
      throws SQLException, IOException {
    writer.setAutoCommit(false);
    try (Statement statement = writer.createStatement()) {
      statement.execute("LOCK TABLE tenants IN ROW EXCLUSIVE MODE");
    }
    MigratorProcess process =
        MigratorProcess.start(database, folder, "migrate", "--migrations", list);
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> Facts.ask(database, building()), "waiting for writers before build"::equals);
    return process;
  }

  private static void invalid(TestDatabase database, String create) throws SQLException {
    Facts.run(
        database,
        create
            + "; UPDATE pg_index SET indisvalid = false"
            + " WHERE indexrelid = to_regclass('ix_tests')");
  }

  private static String building() {
    return "SELECT phase FROM pg_stat_progress_create_index WHERE datname = current_database()";
  }

  private static String migrators() {
    return "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        + " AND application_name LIKE 'dotmac-migrator%'";
  }
}
