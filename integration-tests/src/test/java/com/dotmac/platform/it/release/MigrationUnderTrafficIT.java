package com.dotmac.platform.it.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.migrator.ChangesOnDisk;
import com.dotmac.platform.it.migrator.Facts;
import com.dotmac.platform.it.migrator.MigratorProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migrator in a process of its own changes the tables that the app is working on. */
@NeedsDatabase
class MigrationUnderTrafficIT {
  /**
   * A request may come behind a change that waits for its lock: one attempt of {@code db migrate}
   * is two seconds, then it gives way. The rest is for a busy machine.
   */
  private static final Duration BOUND = Duration.ofSeconds(2 + 3);

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ENOUGH = 30;

  @TempDir private Path folder = Path.of("");

  @Test
  void changes_that_only_add_are_no_outage(@Own TestDatabase database) throws Exception {
    ChangesOnDisk changes = changesThatOnlyAdd();
    try (RunningPlatform platform = RunningPlatform.on(database);
        Traffic traffic = Traffic.of(ATenant.of(platform).api())) {
      awaitRequests(traffic, ENOUGH);
      int before = traffic.answered();
      try (MigratorProcess migrator =
          MigratorProcess.start(database, folder, "migrate", "--migrations", changes.list())) {
        assertThat(migrator.exit()).as(migrator.said()).isZero();
      }
      assertThat(traffic.answered() - before).as("requests while it ran").isPositive();
      awaitRequests(traffic, traffic.answered() + ENOUGH);
      traffic.stop();
      assertThat(traffic.failures()).isEmpty();
      assertThat(traffic.slowest()).isLessThan(BOUND);
      // What was found within the last seconds is told again.
      await("the health check sees the new schema")
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                ApiAnswer health = ApiClient.ofAdmin(platform).get("/healthcheck");
                assertThat(health.status()).as(health.body()).isEqualTo(200);
                assertThat(health.json().at("/schema/state").asText())
                    .isEqualTo("ahead-compatible");
              });
    }
    assertThat(Facts.ask(database, "SELECT count(*) FROM partner_regions")).isEqualTo("0");
  }

  @Test
  void a_change_that_keeps_a_table_to_itself_is_found_out(@Own TestDatabase database)
      throws Exception {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(
        "9001-partners-block",
        "LOCK TABLE partners IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(%d);"
            .formatted(BOUND.toSeconds() + 1));
    try (RunningPlatform platform = RunningPlatform.on(database);
        Traffic traffic = Traffic.of(ATenant.of(platform).api())) {
      awaitRequests(traffic, ENOUGH);
      try (MigratorProcess migrator =
          MigratorProcess.start(database, folder, "migrate", "--migrations", changes.list())) {
        assertThat(migrator.exit()).as(migrator.said()).isZero();
      }
      traffic.stop();
      assertThat(traffic.slowest()).isGreaterThan(BOUND);
    }
  }

  /** What an expand phase does: columns, tables, indexes, references, each as it ought to be. */
  private ChangesOnDisk changesThatOnlyAdd() throws Exception {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-partners-add-region", "ALTER TABLE partners ADD COLUMN region uuid;");
    changes.add(
        "9002-partners-create-regions",
        """
        CREATE TABLE partner_regions (
          tenant_id uuid NOT NULL,
          id uuid NOT NULL,
          CONSTRAINT pk_partner_regions PRIMARY KEY (tenant_id, id));
        """);
    changes.addWithoutTransaction(
        "9003-partners-index-regions",
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_partners_region ON partners (tenant_id, region);");
    changes.add(
        "9004-partners-refer-to-regions",
        """
        ALTER TABLE partners ADD CONSTRAINT fk_partners_region
          FOREIGN KEY (tenant_id, region) REFERENCES partner_regions (tenant_id, id) NOT VALID;
        """);
    changes.add(
        "9005-partners-validate-regions",
        "ALTER TABLE partners VALIDATE CONSTRAINT fk_partners_region;");
    return changes;
  }

  private static void awaitRequests(Traffic traffic, int count) {
    await(count + " requests").atMost(PATIENCE).until(() -> traffic.answered() >= count);
  }
}
