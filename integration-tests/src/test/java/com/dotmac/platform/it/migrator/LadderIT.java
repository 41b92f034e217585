package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
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

@NeedsDatabase
class LadderIT {
  private static final String CHANGE = "9001-tests-alter";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_change_that_gets_no_lock_names_who_has_it_and_leaves_nothing(@Own TestDatabase database)
      throws SQLException, IOException {
    String list = changeBehindALock();
    Catalog before = Facts.catalog(database);
    try (Connection holder = database.connectAsOwner();
        Statement statement = holder.createStatement()) {
      hold(holder, statement);
      MigratorRun run = migrate(database, list, 2).refused(7);

      assertThat(run.out())
          .containsOnlyOnce("waiting for server process")
          .contains("the other one, role dotmac_owner", "idle in transaction", "LOCK TABLE tenants")
          .contains("change " + CHANGE + " did not get its lock in 1 s; attempt 2 in 1 s");
      assertThat(run.err())
          .contains("change " + CHANGE + " did not get its lock on database " + database.name())
          .contains("In the way: server process " + pid(statement), "It was rolled back")
          .contains("SELECT pg_terminate_backend(" + pid(statement) + ");", "--lock-patience");
    }
    assertThat(Facts.catalog(database)).isEqualTo(before);
    assertThat(Facts.ask(database, "SELECT locked FROM databasechangeloglock")).isEqualTo("f");
  }

  @Test
  void a_change_goes_through_when_the_other_leaves(@Own TestDatabase database) throws Exception {
    String list = changeBehindALock();
    CompletableFuture<MigratorRun> run;
    try (Connection holder = database.connectAsOwner();
        Statement statement = holder.createStatement()) {
      hold(holder, statement);
      run = CompletableFuture.supplyAsync(() -> migrate(database, list, 600));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !"0".equals(Facts.ask(database, steps("retry"))));
      holder.rollback();
    }

    assertThat(run.get(60, TimeUnit.SECONDS).done().out()).contains(CHANGE, "1 change applied");
    assertThat(Facts.ask(database, steps("wait"))).isEqualTo("1");
    assertThat(Facts.ask(database, "SELECT count(*) FROM half")).isEqualTo("0");
  }

  @Test
  void a_timeout_of_the_servers_own_does_not_stop_a_change(@Own TestDatabase database)
      throws SQLException, IOException {
    for (String timeout :
        new String[] {
          "statement_timeout",
          "transaction_timeout",
          "idle_in_transaction_session_timeout",
          "idle_session_timeout"
        }) {
      Facts.run(database, "ALTER DATABASE %s SET %s TO 200".formatted(database.name(), timeout));
    }
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-slow", "SELECT pg_sleep(0.5);");

    MigratorRun.of(database, "migrate", "--migrations", changes.list()).done();
  }

  private String changeBehindALock() throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(CHANGE, "CREATE TABLE half (id int);\nALTER TABLE tenants ADD COLUMN half int;");
    return changes.list();
  }

  private static MigratorRun migrate(TestDatabase database, String list, int patience) {
    return MigratorRun.of(
        database,
        "migrate",
        "--migrations",
        list,
        "--lock-timeout",
        "1",
        "--lock-patience",
        String.valueOf(patience));
  }

  private static void hold(Connection holder, Statement statement) throws SQLException {
    holder.setAutoCommit(false);
    statement.execute("SET application_name TO 'the other one'");
    statement.execute("LOCK TABLE tenants IN ACCESS SHARE MODE");
  }

  private static int pid(Statement statement) throws SQLException {
    try (var row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static String steps(String kind) {
    return "SELECT count(*) FROM migration_steps WHERE kind = '%s'".formatted(kind);
  }
}
