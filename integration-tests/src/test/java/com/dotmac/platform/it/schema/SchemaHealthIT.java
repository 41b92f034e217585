package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the administration says of the schema while somebody changes it under the application. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaHealthIT {
  private final String head = RequiredSchema.ofThisBuild().version();
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ApiClient admin;

  SchemaHealthIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, Watchful::settings);
    admin = ApiClient.ofAdmin(platform);
    database.administer("CREATE TABLE kept AS SELECT * FROM databasechangelog");
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @AfterEach
  void it_comes_back_without_a_restart() {
    database.administer("ALTER TABLE IF EXISTS hidden RENAME TO databasechangelog");
    database.administer(
        "TRUNCATE databasechangelog; INSERT INTO databasechangelog SELECT * FROM kept");
    assertThat(health("current").status()).isEqualTo(200);
  }

  @Test
  void the_schema_it_needs_is_healthy() {
    ApiAnswer health = health("current");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().path("database").path("healthy").asBoolean()).isTrue();
    JsonNode schema = health.json().path("schema");
    assertThat(schema.path("healthy").asBoolean()).isTrue();
    assertThat(schema.path("databaseVersion").asText()).isEqualTo(head);
    assertThat(schema.path("requiredVersion").asText()).isEqualTo(head);
    assertThat(schema.path("pendingCount").asInt(-1)).isZero();
    assertThat(schema.path("pending")).isEmpty();
    assertThat(schema.path("driftJudged").asBoolean()).isTrue();
    assertThat(schema.path("drift")).isEmpty();
    assertThat(schema.path("toleratedDrift").path(0).asText())
        .isEqualTo("TABLE kept is made by no change");
    assertThat(schema.path("remedy").asText()).isEmpty();
  }

  @Test
  void the_last_change_is_told_with_who_made_it_and_when() {
    JsonNode last = health("current").json().path("schema").path("lastChange");
    assertThat(last.path("id").asText()).isEqualTo(head);
    assertThat(Instant.parse(last.path("at").asText())).isBefore(Instant.now());
    assertThat(last.path("by").asText()).startsWith("dotmac_owner, ").contains("@");
    assertThat(last.path("milliseconds").asInt(-1)).isNotNegative();
  }

  @Test
  void drift_is_summed_up_with_the_verb_to_run() {
    database.administer("CREATE POLICY open ON partners USING (true)");
    try {
      JsonNode schema = unhealthy("drifted");
      assertThat(schema.path("drift").path(0).asText())
          .isEqualTo("POLICY partners.open is made by no change");
      assertThat(schema.path("remedy").asText()).contains("db verify");
    } finally {
      database.administer("DROP POLICY open ON partners");
    }
  }

  @Test
  void a_newer_one_that_leaves_room_is_healthy() {
    database.administer(SchemaGateIT.newer("expand"));
    ApiAnswer health = health("ahead-compatible");
    assertThat(health.status()).isEqualTo(200);
    JsonNode schema = health.json().path("schema");
    assertThat(schema.path("driftJudged").asBoolean(true)).isFalse();
    assertThat(schema.path("databaseVersion").asText()).isEqualTo(SchemaGateIT.NEWER);
    assertThat(schema.path("requiredVersion").asText()).isEqualTo(head);
  }

  @Test
  void a_newer_one_that_leaves_none_is_not() {
    database.administer(SchemaGateIT.newer("contract"));
    assertThat(unhealthy("ahead-contracted").path("message").asText())
        .contains(SchemaGateIT.NEWER, head, "Deploy the app of the same release");
  }

  @Test
  void an_older_one_names_what_is_pending_and_the_verb() {
    database.administer(SchemaGateIT.WITHOUT_LAST);
    JsonNode schema = unhealthy("behind");
    assertThat(schema.path("pendingCount").asInt()).isEqualTo(1);
    assertThat(schema.path("pending").path(0).asText()).isEqualTo(head);
    assertThat(schema.path("databaseVersion").asText()).isNotEqualTo(head);
    assertThat(schema.path("message").asText()).endsWith("Run: java -jar migrator.jar db migrate");
  }

  @Test
  void one_without_history_is_unmanaged() {
    database.administer("ALTER TABLE databasechangelog RENAME TO hidden");
    assertThat(unhealthy("unmanaged").path("message").asText())
        .contains("no history of changes")
        .endsWith("Run: java -jar migrator.jar db adopt");
  }

  private JsonNode unhealthy(String state) {
    ApiAnswer health = health(state);
    assertThat(health.status()).isEqualTo(500);
    assertThat(health.json().path("database").path("healthy").asBoolean()).isTrue();
    JsonNode schema = health.json().path("schema");
    assertThat(schema.path("healthy").asBoolean(true)).isFalse();
    return schema;
  }

  private ApiAnswer health(String state) {
    return await()
        .until(
            () -> admin.get("/healthcheck"),
            answer -> answer.json().path("schema").path("state").asText().equals(state));
  }
}
