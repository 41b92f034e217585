package com.dotmac.platform.it.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.deploy.Jars;
import com.dotmac.platform.it.deploy.RunningApp;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.IssuedKey;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.JarProgram;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.release.EveryEndpoint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The log of a real process that was told to talk, after good, bad and failing requests. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"));
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";
  private static final String WRONG_SECRET = "W".repeat(43);
  private static final String LINK =
      "dmt_" + "A".repeat(22) + "." + "A".repeat(22) + "." + WRONG_SECRET;
  private static final String IDEMPOTENCY_KEY = "do-not-tell-this-key";
  private static final String PASSWORD_OF_A_PERSON = "correct-horse-battery";
  private static final String FORGED = "forged-by-a-caller";

  private final TestDatabase database;
  private final IssuedKey key;
  private final RunningApp app;
  private final List<String> lines;

  LogIT(TestDatabase database) throws Exception {
    this.database = database;
    key = IssuedKey.in(database);
    app = new RunningApp(JAVA, Jars.app(), talkative(database));
    app.awaitStart();
    walk();
    lines = linesAfterTheEnd();
  }

  @AfterAll
  void stop() throws IOException {
    app.close();
  }

  private static Map<String, String> talkative(TestDatabase database) {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("LOG_LEVEL", "DEBUG");
    environment.put(
        "DATABASE_URL",
        database
            .jdbcUrl()
            .replace(
                "jdbc:postgresql://",
                "postgres://" + database.appUser() + ":" + database.appPassword() + "@"));
    return environment;
  }

  private void walk() {
    ApiClient api = app.api(key.token()).with("traceparent", "00-" + TRACE + "-" + SPAN + "-01");
    EveryEndpoint.usedBy(api);
    ApiClient repeated = api.with("Idempotency-Key", IDEMPOTENCY_KEY);
    Map<String, Object> partner = APartner.named("Once").body();
    assertThat(repeated.post(APartner.PATH, partner).status()).isEqualTo(201);
    assertThat(repeated.post(APartner.PATH, partner).status()).isEqualTo(201);
    assertThat(api.post(APartner.PATH, partner).status()).isEqualTo(409);
    wrongCredentials();
    forgeries(api);
    assertThat(api.post(APartner.PATH, "{\"password\": \"" + PASSWORD_OF_A_PERSON + "\"").status())
        .isEqualTo(400);
    database.goAway();
    try {
      assertThat(api.get(APartner.PATH).status()).isEqualTo(503);
    } finally {
      database.comeBack();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> api.with("X-Request-Id", "the-last").get(APartner.PATH).status() == 200);
  }

  private void wrongCredentials() {
    String wrong = key.token().replaceFirst("[^.]+$", WRONG_SECRET);
    String basic =
        Base64.getEncoder()
            .encodeToString(("ada:" + PASSWORD_OF_A_PERSON).getBytes(StandardCharsets.UTF_8));
    ApiClient nobody = app.anonymous();
    for (ApiAnswer answer :
        List.of(
            nobody.withKey(wrong).get(APartner.PATH),
            nobody.withKey(key.token() + "x").get(APartner.PATH),
            nobody.with("Authorization", "Basic " + basic).get(APartner.PATH),
            nobody.get(APartner.PATH + "?api_key=" + key.token()),
            nobody.get("/api/v1/" + key.token()),
            nobody.get("/password-reset?x=" + LINK),
            nobody.post(
                "/api/v1/password-resets/complete",
                Map.of("token", LINK, "newPassword", PASSWORD_OF_A_PERSON)),
            nobody.get("/" + wrong + "/" + PASSWORD_OF_A_PERSON.replace("-", "%2D")),
            app.api(key.token()).get(APartner.PATH + "?token=" + key.token()))) {
      assertThat(answer.status()).isBetween(400, 499);
    }
  }

  private static void forgeries(ApiClient api) {
    String line = "%0d%0a%7b%22level%22:%22ERROR%22,%22message%22:%22" + FORGED + "%22%7d";
    api.get(APartner.PATH + "/" + line);
    api.get(APartner.PATH + "?search=" + line);
    api.get(APartner.PATH + "/%1b%5b2J%c2%85%e2%80%a8" + FORGED);
    api.with("X-Request-Id", "a " + FORGED).get(APartner.PATH);
    api.with("traceparent", "00-" + FORGED + "-" + SPAN + "-01").get(APartner.PATH);
    api.post(APartner.PATH, "{\"companyName\": \"\\r\\n" + FORGED + "\", \"primaryEmail\": \"x\"}");
  }

  private List<String> linesAfterTheEnd() throws IOException {
    // The log is written behind the requests.
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> app.log().contains("\"requestId\":\"the-last\""));
    app.stop(Duration.ofSeconds(20));
    return app.log().lines().toList();
  }

  @Test
  void every_line_is_one_object_with_time_level_logger_and_message() {
    assertThat(lines)
        .hasSizeGreaterThan(40)
        .allSatisfy(
            line -> {
              JsonNode object = json(line);
              assertThat(object.path("timestamp").asText())
                  .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
              assertThat(object.path("level").asText()).isIn("ERROR", "WARN", "INFO", "DEBUG");
              assertThat(object.path("logger").asText()).isNotEmpty();
              assertThat(object.path("message").isTextual()).isTrue();
            });
  }

  @Test
  void a_request_has_a_line_with_who_asked_for_what_how_it_ended_and_how_long_it_took() {
    JsonNode request =
        lines.stream()
            .map(LogIT::json)
            .filter(line -> line.path("requestId").asText().equals("the-last"))
            .filter(line -> line.path("status").asInt() == 200)
            .findFirst()
            .orElseThrow();
    assertThat(request.path("logger").asText()).isEqualTo("http.access");
    assertThat(request.path("tenantId").asText()).isEqualTo(key.tenantId().toString());
    assertThat(request.path("actorId").asText()).isEqualTo(key.id().toString());
    assertThat(request.path("traceId").asText()).isEqualTo(TRACE);
    assertThat(request.path("spanId").asText()).isEqualTo(SPAN);
    assertThat(request.path("method").asText()).isEqualTo("GET");
    assertThat(request.path("path").asText()).isEqualTo(APartner.PATH);
    assertThat(request.path("durationMs").asDouble()).isPositive();
    assertThat(request.path("bytes").asLong()).isPositive();
    assertThat(request.path("remoteAddress").asText()).isNotEmpty();
  }

  @Test
  void a_line_of_the_application_names_the_request_and_who_sent_it() {
    JsonNode failure =
        lines.stream()
            .map(LogIT::json)
            .filter(line -> line.path("message").asText().contains("the database is away"))
            .findFirst()
            .orElseThrow();
    assertThat(failure.path("requestId").asText()).isNotEmpty();
    assertThat(failure.path("traceId").asText()).isEqualTo(TRACE);
    assertThat(failure.path("level").asText()).isEqualTo("ERROR");
  }

  @Test
  void a_trace_that_is_not_in_the_form_of_the_standard_is_none() {
    assertThat(lines)
        .map(LogIT::json)
        .allSatisfy(line -> assertThat(line.path("traceId").asText(TRACE)).isEqualTo(TRACE));
  }

  @Test
  void no_line_holds_a_secret() {
    String secret = key.token().replaceFirst(".*\\.", "");
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(line)
                    .doesNotContain(
                        secret,
                        WRONG_SECRET,
                        IDEMPOTENCY_KEY,
                        PASSWORD_OF_A_PERSON,
                        database.appPassword()));
  }

  @Test
  void no_caller_can_forge_a_line() {
    assertThat(lines)
        .map(LogIT::json)
        .noneMatch(line -> line.path("message").asText().equals(FORGED))
        .noneMatch(line -> line.path("requestId").asText().contains(FORGED));
    // Separators that some readers take for the end of a line.
    assertThat(String.join("", lines)).doesNotContain("\u2028", "\u2029", "\u001b");
  }

  @Test
  void a_start_that_fails_does_not_tell_the_password() {
    Map<String, String> environment = talkative(database);
    environment.computeIfPresent(
        "DATABASE_URL",
        (name, address) -> address.replace(database.appPassword(), PASSWORD_OF_A_PERSON));
    JarProgram.Ended ended = new JarProgram(JAVA, Jars.app(), environment).run("server");
    assertThat(ended.exitCode()).isEqualTo(9);
    assertThat(ended.out() + ended.err()).doesNotContain(PASSWORD_OF_A_PERSON);
  }

  @Test
  void a_person_gets_text_by_a_switch() {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("LOG_FORMAT", "text");
    environment.put("LOG_LEVEL", "DEBUG");
    JarProgram.Ended ended =
        new JarProgram(JAVA, Jars.app(), environment)
            .run("create-tenant", "--slug", "", "--name", "x", "--currency", "EUR");
    assertThat(ended.err().lines().filter(line -> line.contains("DEBUG")))
        .isNotEmpty()
        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z DEBUG \\[-] .*"));
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("No JSON: " + line, e);
    }
  }
}
