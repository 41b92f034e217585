package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.app.schema.SchemaRefusedException;
import com.dotmac.platform.app.schema.SchemaSettings;
import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.lock.DeploymentLock;
import com.dotmac.platform.migrator.target.Target;
import io.dropwizard.util.Duration;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the gate does while a migrator is at work. */
@NeedsDatabase
class GateMigratingIT {
  private static final int AT_WORK = 5;

  @Test
  void one_who_comes_when_all_is_there_is_let_in_and_not_judged(@Own TestDatabase own)
      throws SQLException {
    own.administer("ALTER TABLE partners ADD CONSTRAINT ck_half_way CHECK (true)");
    try (DeploymentLock lock = lock(own)) {
      lock.verify();
      assertThat(AtTheGate.letsIn(own, waiting("0s"))).isTrue();
    }
    assertThat(AtTheGate.refusal(own, waiting("0s"))).hasMessageContaining("ck_half_way");
  }

  @Test
  void one_who_will_not_wait_is_told_who_is_at_work(@Own TestDatabase own) throws SQLException {
    own.administer(SchemaGateIT.WITHOUT_LAST);
    try (DeploymentLock lock = lock(own)) {
      lock.verify();
      SchemaRefusedException refusal = AtTheGate.refusal(own, waiting("0s"));
      assertThat(refusal)
          .hasMessageContaining("a migrator is at work: ")
          .hasMessageContaining("of role dotmac_owner")
          .hasMessageContaining("db locks");
      assertThat(refusal.exitCode()).isEqualTo(AT_WORK);
    }
  }

  @Test
  void an_empty_database_in_work_is_waited_for_only_so_long(
      @Empty TestDatabase empty, TestDatabase givesTheRoleItsLogin) throws SQLException {
    assertThat(AtTheGate.letsIn(givesTheRoleItsLogin)).isTrue();
    try (DeploymentLock lock = lock(empty)) {
      lock.verify();
      assertThat(AtTheGate.refusal(empty, waiting("300ms")).exitCode()).isEqualTo(AT_WORK);
    }
    assertThat(AtTheGate.refusal(empty, waiting("300ms")).exitCode()).isEqualTo(2);
  }

  @Test
  void a_first_migrator_that_has_not_shared_the_history_yet_is_waited_for(@Own TestDatabase own)
      throws SQLException {
    own.administer("REVOKE SELECT ON databasechangelog FROM dotmac_app");
    try (DeploymentLock lock = lock(own)) {
      lock.verify();
      assertThat(AtTheGate.refusal(own, waiting("0s")).exitCode()).isEqualTo(AT_WORK);
    }
    assertThat(AtTheGate.refusal(own, waiting("0s")))
        .hasMessageContaining("may not read the history of changes");
  }

  @Test
  void the_rest_of_a_killed_migrator_is_at_work_too(@Own TestDatabase own) throws SQLException {
    own.administer(SchemaGateIT.WITHOUT_LAST);
    DeploymentLock lock = lock(own);
    try (Connection rest = lock.open()) {
      lock.close();
      assertThat(rest.isClosed()).isFalse();
      assertThat(AtTheGate.refusal(own, waiting("0s")).exitCode()).isEqualTo(AT_WORK);
    }
  }

  @Test
  void one_who_waits_goes_on_when_the_migrator_has_ended(@Own TestDatabase own)
      throws SQLException {
    own.administer("CREATE TABLE kept AS SELECT * FROM databasechangelog");
    own.administer(SchemaGateIT.WITHOUT_LAST);
    CompletableFuture<Boolean> start;
    try (DeploymentLock lock = lock(own)) {
      lock.verify();
      start = CompletableFuture.supplyAsync(() -> AtTheGate.letsIn(own, waiting("60s")));
      await("the gate is connected and waits").until(() -> isConnected(own) && !start.isDone());
      own.administer(
          "TRUNCATE databasechangelog; INSERT INTO databasechangelog SELECT * FROM kept");
    }
    assertThat(start).succeedsWithin(java.time.Duration.ofSeconds(20)).isEqualTo(true);
  }

  @Test
  void what_is_gone_is_not_waited_for(@Own TestDatabase own) throws SQLException {
    own.administer(SchemaGateIT.newer("contract"));
    try (DeploymentLock lock = lock(own)) {
      lock.verify();
      assertThat(AtTheGate.refusal(own, waiting("60s")).exitCode()).isEqualTo(6);
    }
  }

  private static boolean isConnected(TestDatabase database) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(*) > 0 FROM pg_stat_activity WHERE usename = 'dotmac_app'"
                    + " AND datname = current_database()")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static SchemaSettings waiting(String time) {
    SchemaSettings settings = new SchemaSettings();
    settings.setWaitForMigrator(Duration.parse(time));
    return settings;
  }

  private static DeploymentLock lock(TestDatabase database) throws SQLException {
    URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    Target target =
        new Target(
            database.jdbcUrl(),
            address.getHost(),
            address.getPort(),
            database.name(),
            database.ownerUser(),
            database.ownerPassword(),
            Map.of("ApplicationName", "dotmac-migrator/test"));
    return DeploymentLock.acquire(target, java.time.Duration.ofSeconds(20), line -> {});
  }
}
