package com.dotmac.platform.it.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.abort;

import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.deploy.RunningApp;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.JarProgram;
import com.dotmac.platform.it.harness.JarProgram.Ended;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.migrator.Facts;
import com.dotmac.platform.it.migrator.MigratorRun;
import com.dotmac.platform.migrator.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The last release and this build beside each other, as in the middle of a deployment: the real
 * jars of the release, built from its commit. Not run where there is no release or no history.
 */
@NeedsDatabase
class PreviousReleaseIT {
  private static final RequiredSchema OURS = RequiredSchema.ofThisBuild();
  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  private final Release release;
  private final ReleasedJars jars;

  /** The database of the class is there so that the app's role has its login. */
  PreviousReleaseIT(TestDatabase database) throws IOException {
    release =
        Release.last(Path.of(".."))
            .orElseGet(() -> abort("There is no release yet: make release VERSION=…"));
    jars = ReleasedJars.of(release);
    assertThat(database.name()).isNotEmpty();
  }

  @Test
  void the_released_app_works_on_the_schema_of_today_until_something_is_taken_away(
      @Own TestDatabase database) throws Exception {
    JarProgram app = JarProgram.onThisJava(jars.app(), database.environmentOfApp());
    if (isContracted(database)) {
      assertThat(app.run("server").exitCode()).isEqualTo(6);
      return;
    }
    succeeded(app.run("create-tenant", "--slug", "acme", "--name", "Acme", "--currency", "EUR"));
    String key =
        succeeded(app.run("create-api-key", "--tenant", "acme", "--name", "key")).out().strip();
    try (RunningApp running = new RunningApp(JAVA, jars.app(), database.environmentOfApp())) {
      running.awaitStart();
      assertThat(EveryEndpoint.usedBy(running.api(key))).hasSizeGreaterThan(20);
      ApiAnswer health = running.admin().get("/healthcheck");
      assertThat(health.status()).as(health.body()).isEqualTo(200);
      assertThat(health.json().path("schema").path("state").asText())
          .isEqualTo(missing().isEmpty() ? "current" : "ahead-compatible");
    }
  }

  @Test
  void the_released_migrator_does_nothing_to_the_schema_of_today(@Own TestDatabase database)
      throws Exception {
    Catalog before = Facts.catalog(database);
    String history = "SELECT md5(string_agg(h::text, ',' ORDER BY id)) FROM databasechangelog h";
    String rowsBefore = Facts.ask(database, history);
    JarProgram migrator = JarProgram.onThisJava(jars.migrator(), database.environmentOfOwner());
    assertThat(succeeded(migrator.run("db", "migrate")).out())
        .contains(
            missing().isEmpty()
                ? "up to date"
                : "is ahead of this migrator by %d change".formatted(missing().size()));
    assertThat(Facts.catalog(database)).isEqualTo(before);
    assertThat(Facts.ask(database, history)).isEqualTo(rowsBefore);
  }

  @Test
  void a_released_database_serves_the_app_of_today_as_it_declares_and_is_migrated(
      @Empty TestDatabase database) throws Exception {
    succeeded(
        JarProgram.onThisJava(jars.migrator(), database.environmentOfOwner()).run("db", "migrate"));
    Upgrade.fill(database);
    Throwable refusal = catchThrowable(() -> serve(database));
    if (OURS.toleratesWithout(missing())) {
      assertThat(refusal).isNull();
    } else {
      assertThat(refusal).hasStackTraceContaining("this app needs " + OURS.version());
    }
    Upgrade upgrade = Upgrade.ofDatabase(database);
    MigratorRun.of(database, "migrate").done();
    assertThat(upgrade.differences(UpgradeIT.golden())).isEmpty();
    serve(database);
  }

  private static void serve(TestDatabase database) {
    try (RunningPlatform platform = RunningPlatform.on(database)) {
      EveryEndpoint.usedBy(ATenant.of(platform).api());
    }
  }

  /** Ids of the changes that came since the release. */
  private List<String> missing() {
    return OURS.changes().subList(release.changes().size(), OURS.changes().size());
  }

  private boolean isContracted(TestDatabase database) throws Exception {
    for (String id : missing()) {
      String labels = "SELECT labels FROM databasechangelog WHERE id = '" + id + "'";
      if (Facts.ask(database, labels).contains("contract")) {
        return true;
      }
    }
    return false;
  }

  private static Ended succeeded(Ended ended) {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended;
  }
}
