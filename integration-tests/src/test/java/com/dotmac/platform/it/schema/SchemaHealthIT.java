package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
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
    platform = RunningPlatform.on(database);
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
    ApiAnswer health = admin.get("/healthcheck");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().path("schema").path("state").asText()).isEqualTo("current");
  }

  @Test
  void the_schema_it_needs_is_healthy() {
    ApiAnswer health = admin.get("/healthcheck");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().path("database").path("healthy").asBoolean()).isTrue();
    JsonNode schema = health.json().path("schema");
    assertThat(schema.path("healthy").asBoolean()).isTrue();
    assertThat(schema.path("state").asText()).isEqualTo("current");
    assertThat(schema.path("databaseVersion").asText()).isEqualTo(head);
    assertThat(schema.path("requiredVersion").asText()).isEqualTo(head);
    assertThat(schema.path("pendingCount").asInt(-1)).isZero();
    assertThat(schema.path("pending")).isEmpty();
  }

  @Test
  void a_newer_one_that_leaves_room_is_healthy() {
    database.administer(SchemaGateIT.newer("expand"));
    ApiAnswer health = admin.get("/healthcheck");
    assertThat(health.status()).isEqualTo(200);
    JsonNode schema = health.json().path("schema");
    assertThat(schema.path("state").asText()).isEqualTo("ahead-compatible");
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
    ApiAnswer health = admin.get("/healthcheck");
    assertThat(health.status()).isEqualTo(500);
    assertThat(health.json().path("database").path("healthy").asBoolean()).isTrue();
    JsonNode schema = health.json().path("schema");
    assertThat(schema.path("healthy").asBoolean(true)).isFalse();
    assertThat(schema.path("state").asText()).isEqualTo(state);
    return schema;
  }
}
