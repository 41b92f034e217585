package com.dotmac.platform.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class ProblemIT {
  private final ApiClient nobody;
  private final ApiClient api;

  ProblemIT(RunningPlatform platform) {
    nobody = ApiClient.of(platform);
    api = ATenant.of(platform).api();
  }

  @Test
  void every_refusal_has_one_shape() {
    ApiAnswer partner = APartner.any().createdBy(api);
    String path = APartner.path(partner);
    Map<ApiAnswer, String> refusals = new LinkedHashMap<>();
    refusals.put(api.get(APartner.PATH + "?limit=0"), "400 invalid-parameter");
    refusals.put(api.post(APartner.PATH, "{"), "400 malformed-request");
    refusals.put(nobody.get(APartner.PATH), "401 unauthenticated");
    refusals.put(api.get("/api/v1/nothing"), "404 not-found");
    refusals.put(api.get("/"), "404 not-found");
    refusals.put(api.get(APartner.PATH + "/no-uuid"), "404 not-found");
    refusals.put(api.get(APartner.PATH + "/1-1-1-1-1"), "404 not-found");
    refusals.put(api.get("/api/v1/audit-activities?resourceId=1-1-1-1-1"), "400 invalid-parameter");
    refusals.put(api.get(APartner.PATH + "/" + UUID.randomUUID()), "404 partner-not-found");
    refusals.put(api.delete(APartner.PATH), "405 method-not-allowed");
    refusals.put(api.with("Accept", "text/html").get(APartner.PATH), "406 not-acceptable");
    refusals.put(APartner.step(api, partner, "archive"), "409 partner-step-not-allowed");
    refusals.put(api.ifMatch("\"8\"").patch(path, "{}"), "412 version-conflict");
    refusals.put(
        api.with("Content-Type", "text/plain").post(APartner.PATH, "{}"),
        "415 unsupported-media-type");
    refusals.put(api.post(APartner.PATH, "{}"), "422 validation-failed");
    refusals.put(api.patch(path, "{}"), "428 precondition-required");
    refusals.forEach(
        (answer, expected) -> {
          assertThat(answer.status() + " " + answer.code()).isEqualTo(expected);
          assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
          assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
          assertThat(answer.text("type")).isEqualTo("/problems/" + answer.code());
          assertThat(answer.text("title")).isNotBlank();
          assertThat(answer.text("detail")).isNotBlank();
          assertThat(answer.text("requestId")).isEqualTo(answer.header("X-Request-Id"));
        });
  }

  @Test
  void the_words_are_english_whatever_the_language_of_the_server() {
    // The tests run in Turkish, see the build.
    assertThat(api.post(APartner.PATH, "{}").body()).contains("must not be blank");
  }

  @Test
  void an_endpoint_has_one_address() {
    String path = APartner.path(APartner.any().createdBy(api));
    for (String other : List.of(path + "/", path + ";a=b", path + "/;a=b", APartner.PATH + "/")) {
      ApiAnswer answer = api.get(other);
      assertThat(answer.status() + " " + answer.code()).as(other).isEqualTo("404 not-found");
    }
    assertThat(api.get(path).status()).isEqualTo(200);
  }

  @Test
  void a_method_that_is_not_allowed_is_told_those_that_are() {
    assertThat(api.delete(APartner.PATH).header("Allow")).contains("GET", "POST");
  }

  @Test
  void a_harmless_request_id_is_kept() {
    for (String id : List.of("a", "req-1_2.3:4", "x".repeat(64))) {
      ApiAnswer answer = api.with("X-Request-Id", id).get(APartner.PATH);
      assertThat(answer.header("X-Request-Id")).isEqualTo(id);
    }
  }

  @Test
  void a_hostile_request_id_is_replaced() {
    for (String id :
        List.of("x".repeat(65), "a b", "a\tb", "<script>", "ü", "%0d%0aX-Evil:1", "${jndi:ldap}")) {
      ApiAnswer answer = nobody.with("X-Request-Id", id).get(APartner.PATH);
      assertThat(answer.header("X-Request-Id")).as(id).matches("[0-9a-f-]{36}");
      assertThat(answer.text("requestId")).isEqualTo(answer.header("X-Request-Id"));
    }
  }

  @Test
  void each_request_without_an_id_gets_one_of_its_own() {
    assertThat(api.get(APartner.PATH).header("X-Request-Id"))
        .matches("[0-9a-f-]{36}")
        .isNotEqualTo(api.get(APartner.PATH).header("X-Request-Id"));
  }

  @Test
  void what_the_server_itself_refuses_shows_nothing_of_its_insides() {
    // Jetty answers these before our filters and may close the connection; the client searches each
    // answer.
    assertThat(api.onConnectionsOfItsOwn().get("/api/v1/partners/%2e%2e%2f").status())
        .isBetween(400, 499);
    assertThat(
            api.onConnectionsOfItsOwn()
                .with("X-Long", "x".repeat(20_000))
                .get(APartner.PATH)
                .status())
        .isBetween(400, 499);
    assertThat(
            api.onConnectionsOfItsOwn()
                .get(APartner.PATH + "?search=" + "x".repeat(20_000))
                .status())
        .isBetween(400, 499);
    assertThat(nobody.onConnectionsOfItsOwn().send("OPTIONS", APartner.PATH, null).status())
        .isLessThan(500);
    assertThat(nobody.onConnectionsOfItsOwn().send("TRACE", APartner.PATH, null).status())
        .isEqualTo(405);
    assertThat(nobody.onConnectionsOfItsOwn().get("/application.wadl").status()).isEqualTo(404);
  }
}
