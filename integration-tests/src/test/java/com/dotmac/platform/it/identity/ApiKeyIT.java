package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class ApiKeyIT {
  private static final String PATH = "/api/v1/api-keys";
  private static final Set<Permission> READ_AND_KEYS =
      EnumSet.of(Permission.PARTNERS_READ, Permission.API_KEYS_WRITE, Permission.API_KEYS_READ);

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TestDatabase database;
  private final RunningPlatform platform;

  ApiKeyIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void an_issued_key_opens_what_it_says_and_its_text_is_shown_once() {
    ApiClient api = ATenant.of(platform).api();
    ApiAnswer issued = issue(api, "robot", List.of("partners:read"), null);
    assertThat(issued.status()).isEqualTo(201);
    assertThat(issued.header("Cache-Control")).isEqualTo("no-store");
    assertThat(issued.etag()).isEqualTo("\"0\"");
    String token = issued.text("token");
    assertThat(token).contains("." + issued.text("prefix") + ".");
    assertThat(holder(token).get(APartner.PATH).status()).isEqualTo(200);
    assertThat(APartner.any().postedBy(holder(token)).status()).isEqualTo(403);

    ApiAnswer read = api.get(PATH + "/" + issued.id());
    assertThat(issued.header("Location")).endsWith(PATH + "/" + issued.id());
    assertThat(read.json().has("token")).isFalse();
    assertThat(read.text("status")).isEqualTo("active");
    assertThat(read.json().path("permissions")).hasToString("[\"partners:read\"]");
    String secret = token.substring(token.lastIndexOf('.') + 1);
    for (String path : List.of(PATH, PATH + "/" + issued.id(), "/api/v1/audit-activities")) {
      assertThat(api.get(path).body()).contains(issued.text("prefix")).doesNotContain(secret);
    }
  }

  @Test
  void a_wrong_wish_is_refused() {
    ApiClient api = ATenant.of(platform).api();
    assertThat(issue(api, " ", List.of("partners:read"), null).faults()).containsExactly("/name");
    assertThat(issue(api, "x", List.of(), null).faults()).containsExactly("/permissions");
    assertThat(issue(api, "x", List.of("all:do"), null).status()).isEqualTo(422);
    for (String never : List.of("2026-03-01T10:00:00Z", "2127-03-01T10:00:00Z")) {
      ApiAnswer refused = issue(api, "x", List.of("partners:read"), never);
      assertThat(refused.status()).as(never).isEqualTo(422);
    }
  }

  @Test
  void a_key_grants_neither_more_nor_longer_than_it_has() {
    ATenant tenant = ATenant.of(platform);
    Instant end = clock.instant().plusSeconds(60);
    ApiClient weak = holder(tenant.key("weak", READ_AND_KEYS, end).token());
    assertThat(issue(weak, "same", List.of("partners:read"), end.toString()).status())
        .isEqualTo(201);
    List<ApiAnswer> refusals =
        List.of(
            issue(weak, "more", List.of("partners:read", "partners:write"), end.toString()),
            issue(weak, "longer", List.of("partners:read"), end.plusSeconds(1).toString()),
            issue(weak, "for ever", List.of("partners:read"), null));
    assertThat(refusals).allMatch(refusal -> refusal.status() == 403);
    assertThat(refusals).allMatch(refusal -> refusal.code().equals("api-key-grants-too-much"));
    assertThat(weak.get(PATH).column("name")).containsExactlyInAnyOrder("same", "weak");
  }

  @Test
  void a_weak_key_cannot_take_the_place_of_a_strong_one() {
    ATenant tenant = ATenant.of(platform);
    ApiClient weak = tenant.api(READ_AND_KEYS);
    ApiAnswer strong = issue(tenant.api(), "strong", List.of("partners:write"), null);
    ApiAnswer refused = rotate(weak, strong, Map.of());
    assertThat(refused.code()).isEqualTo("api-key-grants-too-much");
    assertThat(tenant.api().get(PATH + "/" + strong.id()).etag()).isEqualTo(strong.etag());
    assertThat(refused.json().has("token")).isFalse();
  }

  @Test
  void a_rotated_key_and_its_successor_both_open_until_the_overlap_ends() {
    ATenant tenant = ATenant.of(platform);
    ApiClient api = tenant.api();
    ApiAnswer old = issue(api, "robot", List.of("partners:read"), null);
    ApiAnswer fresh = rotate(api, old, Map.of("overlapSeconds", 3600));
    assertThat(fresh.status()).isEqualTo(201);
    assertThat(fresh.text("name")).isEqualTo("robot");
    assertThat(fresh.id()).isNotEqualTo(old.id());
    assertThat(opens(old)).isTrue();
    assertThat(opens(fresh)).isTrue();
    clock.advance(Duration.ofSeconds(3599));
    assertThat(opens(old)).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(opens(old)).isFalse();
    assertThat(opens(fresh)).isTrue();
    ApiAnswer ended = api.get(PATH + "/" + old.id());
    assertThat(ended.text("status")).isEqualTo("expired");
    assertThat(rotate(api, ended, Map.of()).code()).isEqualTo("api-key-not-active");
  }

  @Test
  void a_rotation_needs_the_version_and_happens_once() {
    ApiClient api = ATenant.of(platform).api();
    ApiAnswer old = issue(api, "robot", List.of("partners:read"), null);
    String path = PATH + "/" + old.id() + "/rotate";
    assertThat(api.post(path).status()).isEqualTo(428);
    assertThat(rotate(api, old, Map.of("overlapSeconds", -1)).status()).isEqualTo(422);
    assertThat(api.ifMatch(old.etag()).post(path).status()).isEqualTo(201);
    assertThat(rotate(api, old, Map.of()).status()).isEqualTo(412);
    assertThat(api.get(PATH).column("name")).containsExactlyInAnyOrder("robot", "robot", "a key");
  }

  @Test
  void an_instant_is_no_number_of_seconds() {
    ApiClient api = ATenant.of(platform).api();
    for (Object seconds : List.of(1_800_000_000, "1800000000", "1800000000.5", 1.8e9)) {
      ApiAnswer answer =
          api.post(
              PATH,
              Map.of("name", "robot", "permissions", List.of("audit:read"), "expiresAt", seconds));
      assertThat(answer.status()).as("%s", seconds).isEqualTo(422);
      assertThat(answer.faults()).containsExactly("/expiresAt");
    }
  }

  @Test
  void an_empty_overlap_is_none_that_was_left_out() {
    ApiClient api = ATenant.of(platform).api();
    ApiAnswer key = issue(api, "robot", List.of("partners:read"), null);
    for (String empty : List.of("", " ")) {
      ApiAnswer answer =
          api.ifMatch(key.etag())
              .post(PATH + "/" + key.id() + "/rotate", Map.of("overlapSeconds", empty));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.faults()).containsExactly("/overlapSeconds");
    }
  }

  @Test
  void without_overlap_the_rotated_key_ends_at_once() {
    ApiClient api = ATenant.of(platform).api();
    ApiAnswer old = issue(api, "robot", List.of("partners:read"), null);
    ApiAnswer fresh = rotate(api, old, Map.of("overlapSeconds", 0));
    assertThat(opens(old)).isFalse();
    assertThat(opens(fresh)).isTrue();
  }

  @Test
  void an_overlap_gives_no_key_more_time_than_it_had() {
    ApiClient api = ATenant.of(platform).api();
    String end = clock.instant().plusSeconds(60).toString();
    ApiAnswer old = issue(api, "robot", List.of("partners:read"), end);
    rotate(api, old, Map.of("overlapSeconds", 3600));
    assertThat(api.get(PATH + "/" + old.id()).text("expiresAt")).isEqualTo(end);
  }

  @Test
  void a_revoked_key_opens_nothing_from_the_next_request_on() {
    ApiClient api = ATenant.of(platform).api();
    ApiAnswer key = issue(api, "robot", List.of("partners:read"), null);
    assertThat(opens(key)).isTrue();
    String path = PATH + "/" + key.id() + "/revoke";
    ApiAnswer revoked = api.post(path, Map.of("reason", "left in a log"));
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.text("status")).isEqualTo("revoked");
    assertThat(opens(key)).isFalse();
    ApiAnswer again = api.post(path);
    assertThat(again.etag()).isEqualTo(revoked.etag());
    assertThat(again.text("revokedAt")).isEqualTo(revoked.text("revokedAt"));
  }

  @Test
  void each_verb_leaves_its_row() {
    ApiClient api = ATenant.of(platform).api();
    ApiAnswer old = issue(api, "robot", List.of("partners:read"), null);
    ApiAnswer fresh = rotate(api, old, Map.of());
    api.post(PATH + "/" + old.id() + "/revoke", Map.of("reason", "left in a log"));
    List<JsonNode> ofOld = api.get("/api/v1/audit-activities?resourceId=" + old.id()).rows();
    assertThat(ofOld)
        .extracting(row -> row.path("action").asText())
        .containsExactlyInAnyOrder("api_key.revoked", "api_key.rotated", "api_key.issued");
    assertThat(ofOld)
        .filteredOn(row -> row.path("action").asText().equals("api_key.revoked"))
        .extracting(row -> row.path("reason").asText())
        .containsExactly("left in a log");
    JsonNode ofFresh = api.get("/api/v1/audit-activities?resourceId=" + fresh.id()).rows().get(0);
    assertThat(ofFresh.path("after").path("replaces").asText()).isEqualTo(old.text("id"));
  }

  @Test
  void a_use_is_written_down_every_five_minutes_and_not_each_time() throws SQLException {
    ApiClient api = ATenant.of(platform).api();
    ApiAnswer key = issue(api, "robot", List.of("partners:read"), null);
    String path = PATH + "/" + key.id();
    assertThat(api.get(path).json().path("lastUsedAt").isNull()).isTrue();
    String first = clock.instant().toString();
    opens(key);
    String written = rowVersion(key);
    clock.advance(Duration.ofSeconds(299));
    opens(key);
    assertThat(rowVersion(key)).isEqualTo(written);
    assertThat(api.get(path).text("lastUsedAt")).isEqualTo(first);
    clock.advance(Duration.ofSeconds(1));
    opens(key);
    assertThat(api.get(path).text("lastUsedAt")).isEqualTo(clock.instant().toString());
    assertThat(api.get(path).etag()).isEqualTo(key.etag());
  }

  @Test
  void a_use_waits_for_nobody_who_holds_the_key() throws SQLException {
    ApiClient api = ATenant.of(platform).api();
    ApiAnswer key = issue(api, "robot", List.of("partners:read"), null);
    try (Connection holder = database.connectAsAdministrator();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT 1 FROM api_keys WHERE id = '%s' FOR UPDATE".formatted(key.id()));
      assertThat(opens(key)).isTrue();
      holder.rollback();
    }
  }

  private String rowVersion(ApiAnswer key) throws SQLException {
    try (Connection administrator = database.connectAsAdministrator();
        Statement statement = administrator.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT xmin FROM api_keys WHERE id = '%s'".formatted(key.id()))) {
      row.next();
      return row.getString(1);
    }
  }

  private boolean opens(ApiAnswer issued) {
    return holder(issued.text("token")).get(APartner.PATH).status() == 200;
  }

  private ApiClient holder(String token) {
    return ApiClient.of(platform).withKey(token);
  }

  private static ApiAnswer issue(
      ApiClient api, String name, List<String> permissions, @Nullable String expiresAt) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("permissions", permissions);
    body.put("expiresAt", expiresAt);
    return api.post(PATH, body);
  }

  private static ApiAnswer rotate(ApiClient api, ApiAnswer key, Map<String, Object> body) {
    return api.ifMatch(key.etag()).post(PATH + "/" + key.id() + "/rotate", body);
  }
}
