package com.dotmac.platform.it.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.schema.SchemaRefusedException;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.migrator.ChangesOnDisk;
import com.dotmac.platform.it.migrator.Facts;
import com.dotmac.platform.it.migrator.MigratorRun;
import com.dotmac.platform.migrator.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This build as the earlier release: what it does on the schema of one that is made up here. */
@NeedsDatabase
class NextReleaseIT {
  private static final String EXPAND = "9001-partners-add-what-is-next";
  private static final String CONTRACT = "9002-customers-take-something-away";
  private static final String TAKE_AWAY = "ALTER TABLE customers DROP COLUMN external_id CASCADE;";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_release_that_only_adds_is_served_by_the_app_before_it(@Own TestDatabase database)
      throws Exception {
    ChangesOnDisk next = ChangesOnDisk.in(folder);
    next.add(EXPAND, "ALTER TABLE partners ADD COLUMN next varchar(50);");
    migrate(database, next);
    try (RunningPlatform platform = RunningPlatform.on(database)) {
      ApiAnswer health = ApiClient.ofAdmin(platform).get("/healthcheck");
      assertThat(health.json().path("schema").path("state").asText()).isEqualTo("ahead-compatible");
      assertThat(EveryEndpoint.usedBy(ATenant.of(platform).api())).isNotEmpty();
    }
  }

  @Test
  void a_release_that_takes_away_is_refused_by_the_app_before_it(@Own TestDatabase database)
      throws IOException {
    ChangesOnDisk next = ChangesOnDisk.in(folder);
    next.add(EXPAND, "ALTER TABLE partners ADD COLUMN next varchar(50);");
    next.addContract(CONTRACT, TAKE_AWAY);
    migrate(database, next);
    assertThatThrownBy(() -> RunningPlatform.on(database).close())
        .cause()
        .isInstanceOfSatisfying(
            SchemaRefusedException.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(6))
        .hasMessageContaining(CONTRACT);
  }

  @Test
  void a_release_that_takes_away_and_says_it_only_adds_is_found_out(@Own TestDatabase database)
      throws IOException {
    ChangesOnDisk next = ChangesOnDisk.in(folder);
    next.add(CONTRACT, TAKE_AWAY);
    migrate(database, next);
    assertThatThrownBy(
            () -> {
              try (RunningPlatform platform = RunningPlatform.on(database)) {
                EveryEndpoint.usedBy(ATenant.of(platform).api());
              }
            })
        .hasStackTraceContaining("customers");
  }

  @Test
  void the_migrator_before_it_does_nothing_to_its_schema(@Own TestDatabase database)
      throws Exception {
    ChangesOnDisk next = ChangesOnDisk.in(folder);
    next.add(EXPAND, "ALTER TABLE partners ADD COLUMN next varchar(50);");
    next.addContract(CONTRACT, TAKE_AWAY);
    migrate(database, next);
    Catalog after = Facts.catalog(database);
    MigratorRun earlier = MigratorRun.of(database, "migrate").done();
    assertThat(earlier.out())
        .contains("is ahead of this migrator by 2 changes", CONTRACT, "nothing to do");
    assertThat(MigratorRun.ofTheJar(database, "migrate").done().out()).isEqualTo(earlier.out());
    assertThat(Facts.catalog(database)).isEqualTo(after);
  }

  private static void migrate(TestDatabase database, ChangesOnDisk changes) {
    MigratorRun.of(database, "migrate", "--migrations", changes.list()).done();
  }
}
