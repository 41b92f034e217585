package com.dotmac.platform.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseAwayIT {
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ApiClient api;

  DatabaseAwayIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database);
    api = ATenant.of(platform).api();
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void connections_that_were_cut_while_idle_cost_no_request() {
    for (int round = 0; round < 5; round++) {
      AtOnce.times(8, place -> assertThat(api.get(APartner.PATH).status()).isEqualTo(200));
      database.cutConnections();
      assertThat(APartner.any().postedBy(api).status()).isEqualTo(201);
      List<Integer> answers = AtOnce.times(8, place -> api.get(APartner.PATH).status());
      assertThat(answers).containsOnly(200);
    }
    assertThat(api.get(APartner.PATH).rows()).hasSize(5);
  }

  @Test
  void a_database_that_lets_the_app_in_no_more_is_a_503_too() {
    String who = " CONNECT ON DATABASE " + database.name();
    database.administer("REVOKE" + who + " FROM PUBLIC, dotmac_app");
    try {
      database.cutConnections();
      ApiAnswer answer = api.get(APartner.PATH);
      assertThat(answer.status() + " " + answer.code()).isEqualTo("503 service-unavailable");
      assertThat(answer.header("Retry-After")).isEqualTo("1");
    } finally {
      database.administer("GRANT" + who + " TO PUBLIC");
    }
    assertThat(api.get(APartner.PATH).status()).isEqualTo(200);
  }

  @Test
  void a_database_that_is_away_is_a_503_and_its_return_needs_no_restart() {
    ApiAnswer partner = APartner.any().createdBy(api);
    database.goAway();
    try {
      for (ApiAnswer answer :
          List.of(
              api.get(APartner.path(partner)),
              APartner.any().postedBy(api),
              api.get("/api/v1/customers"))) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("service-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      }
      // What was found within the last seconds is told again.
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                ApiAnswer health = ApiClient.ofAdmin(platform).get("/healthcheck");
                assertThat(health.status()).isEqualTo(500);
                assertThat(health.json().path("schema").path("state").asText())
                    .isEqualTo("unreachable");
              });
    } finally {
      database.comeBack();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(api.get(APartner.path(partner)).status()).isEqualTo(200));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ApiClient.ofAdmin(platform).get("/healthcheck").status() == 200);
  }
}
