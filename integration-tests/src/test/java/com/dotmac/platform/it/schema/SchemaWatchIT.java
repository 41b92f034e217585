package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.app.schema.SchemaState;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a running application tells load balancers and Prometheus when its schema changes. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaWatchIT {
  private static final String LOCK = "pg_advisory_lock(7237131139341837421)";

  private final HttpClient http = HttpClient.newHttpClient();
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ApiClient api;
  private final ApiClient admin;

  SchemaWatchIT(TestDatabase database) {
    this.database = database;
    database.administer("CREATE TABLE kept AS SELECT * FROM databasechangelog");
    platform = RunningPlatform.on(database, Watchful::settings);
    api = ApiClient.of(platform);
    admin = ApiClient.ofAdmin(platform);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  static Stream<Arguments> states() {
    String restored =
        "TRUNCATE databasechangelog; INSERT INTO databasechangelog SELECT * FROM kept";
    return Stream.of(
        Arguments.of(SchemaState.AHEAD_COMPATIBLE, SchemaGateIT.newer("expand"), restored),
        Arguments.of(SchemaState.AHEAD_CONTRACTED, SchemaGateIT.newer("contract"), restored),
        Arguments.of(SchemaState.BEHIND, SchemaGateIT.WITHOUT_LAST, restored),
        Arguments.of(
            SchemaState.DRIFTED,
            "ALTER TABLE partners NO FORCE ROW LEVEL SECURITY",
            "ALTER TABLE partners FORCE ROW LEVEL SECURITY"),
        Arguments.of(
            SchemaState.UNMANAGED,
            "ALTER TABLE databasechangelog RENAME TO hidden",
            "ALTER TABLE hidden RENAME TO databasechangelog"));
  }

  @ParameterizedTest
  @MethodSource("states")
  void a_state_is_seen_and_left_again(SchemaState state, String sql, String undo) throws Exception {
    database.administer(sql);
    try {
      expect(state);
    } finally {
      database.administer(undo);
    }
    expect(SchemaState.CURRENT);
  }

  @Test
  void a_migration_that_runs_beside_it_is_no_outage() throws Exception {
    try (var migrator = database.connectAsOwner();
        var statement = migrator.createStatement()) {
      statement.execute("SELECT " + LOCK);
      expect(SchemaState.MIGRATING);
    }
    expect(SchemaState.CURRENT);
  }

  @Test
  void a_database_that_is_away_takes_the_instance_out_and_brings_it_back() throws Exception {
    database.goAway();
    try {
      expect(SchemaState.UNREACHABLE);
    } finally {
      database.comeBack();
    }
    expect(SchemaState.CURRENT);
  }

  @Test
  void pending_changes_and_drift_are_counted() throws Exception {
    database.administer("CREATE POLICY open ON partners USING (true)");
    try {
      await()
          .untilAsserted(
              () -> assertThat(metrics()).contains("\ndotmac_schema_drift_objects 1.0\n"));
      assertThat(metrics())
          .contains("\ndotmac_schema_pending_changes 0.0\n", "\ndotmac_schema_look_age_seconds 0.")
          .as("what Dropwizard counts is there, too")
          .contains("io_dropwizard_jetty_");
    } finally {
      database.administer("DROP POLICY open ON partners");
    }
    expect(SchemaState.CURRENT);
  }

  @Test
  void the_public_port_has_neither_page_nor_metrics() {
    assertThat(api.get("/metrics").status()).isEqualTo(404);
    assertThat(api.get("/schema").status()).isEqualTo(404);
  }

  private void expect(SchemaState state) throws IOException, InterruptedException {
    await(state.word())
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(metrics()).contains(gauge(state, 1));
              assertThat(ready().status()).as("ready").isEqualTo(state.ready() ? 200 : 503);
            });
    for (SchemaState other : SchemaState.values()) {
      assertThat(metrics()).contains(gauge(other, other == state ? 1 : 0));
    }
    assertThat(api.get("/health-check?type=alive").status()).as("alive").isEqualTo(200);
    assertThat(admin.get("/healthcheck").json().at("/schema/healthy").asBoolean())
        .as("healthy")
        .isEqualTo(state.healthy());
  }

  private ApiAnswer ready() {
    return api.get("/health-check?type=ready");
  }

  /** By a client of its own: Dropwizard names its figures after classes, which no API may. */
  private String metrics() throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(platform.adminUri("/metrics")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String gauge(SchemaState state, int value) {
    return "\ndotmac_schema_state{state=\"%s\"} %d.0\n".formatted(state.word(), value);
  }
}
