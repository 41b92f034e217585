package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How a session goes on, and everything that ends it. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class SessionIT {
  private static final String ME = "/api/v1/me";
  private static final String SESSIONS = ME + "/sessions";

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ATenant tenant;

  SessionIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock);
    tenant = ATenant.of(platform);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void a_refresh_token_is_good_once_and_the_session_goes_on() {
    APerson person = person();
    ApiAnswer first = person.signIn();
    ApiAnswer second = person.refresh(first);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text("sessionId")).isEqualTo(first.text("sessionId"));
    assertThat(second.text("refreshToken")).isNotEqualTo(first.text("refreshToken"));
    assertThat(opens(person, second)).isTrue();
    assertThat(person.refresh(second).status()).isEqualTo(200);
  }

  @Test
  void a_spent_refresh_token_ends_the_session_for_everybody_who_holds_one() {
    APerson person = person();
    ApiAnswer first = person.signIn();
    ApiAnswer second = person.refresh(first);
    ApiAnswer elsewhere = person.signIn();
    ApiAnswer reused = person.refresh(first);
    assertThat(reused.status() + " " + reused.code()).isEqualTo("401 session-over");
    assertThat(opens(person, second)).isFalse();
    assertThat(person.refresh(second).status()).isEqualTo(401);
    assertThat(opens(person, elsewhere)).isTrue();
    assertThat(endReasons(first)).containsExactly("token_reused");
  }

  @Test
  void of_twenty_who_refresh_with_one_token_one_gets_tokens_and_the_session_is_over() {
    APerson person = person();
    ApiAnswer first = person.signIn();
    List<ApiAnswer> answers = AtOnce.times(20, place -> person.refresh(first));
    List<ApiAnswer> won = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(won).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.code().equals("session-over")).hasSize(19);
    assertThat(opens(person, won.get(0))).isFalse();
    assertThat(person.refresh(won.get(0)).status()).isEqualTo(401);
    assertThat(endReasons(first)).containsExactly("token_reused");
  }

  @Test
  void who_only_knows_of_a_session_cannot_end_it() {
    APerson person = person();
    ApiAnswer tokens = person.signIn();
    String[] parts = tokens.text("refreshToken").split("\\.", -1);
    String otherFamily =
        String.join(".", parts[0], parts[1], "A".repeat(22), parts[3].replaceFirst("^.", "_"));
    for (String guess : List.of(otherFamily, "dmr_x", "garbage")) {
      assertThat(
              person
                  .nobody()
                  .post(APerson.SIGN_IN + "/refresh", Map.of("refreshToken", guess))
                  .code())
          .isEqualTo("session-over");
    }
    assertThat(opens(person, tokens)).isTrue();
    assertThat(person.refresh(tokens).status()).isEqualTo(200);
  }

  @Test
  void a_session_lives_seven_days_unrefreshed_and_thirty_in_all() {
    APerson person = person();
    ApiAnswer idle = person.signIn();
    ApiAnswer tokens = person.signIn();
    for (int week = 1; week <= 4; week++) {
      clock.advance(Duration.ofDays(7).minusSeconds(1));
      tokens = person.refresh(tokens);
      assertThat(tokens.status()).as("week %d", week).isEqualTo(200);
    }
    assertThat(person.refresh(idle).status()).isEqualTo(401);
    assertThat(tokens.text("sessionIdleAt")).isEqualTo(tokens.text("sessionExpiresAt"));
    clock.advance(Duration.ofDays(2).plusSeconds(3));
    assertThat(person.refresh(tokens).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(person.refresh(tokens).status()).isEqualTo(401);
  }

  @Test
  void who_signs_out_is_out_with_his_next_request() {
    APerson person = person();
    ApiAnswer here = person.signIn();
    ApiAnswer there = person.signIn();
    assertThat(person.with(here).post("/api/v1/sign-out").status()).isEqualTo(200);
    assertThat(opens(person, here)).isFalse();
    assertThat(person.refresh(here).status()).isEqualTo(401);
    assertThat(opens(person, there)).isTrue();
    ApiAnswer third = person.signIn();
    ApiAnswer everywhere = person.with(third).post("/api/v1/sign-out-everywhere");
    assertThat(everywhere.json().path("endedSessions").asInt()).isEqualTo(2);
    assertThat(opens(person, there)).isFalse();
    assertThat(opens(person, third)).isFalse();
    assertThat(person.signIn().status()).isEqualTo(200);
  }

  @Test
  void a_person_sees_and_ends_his_own_sessions_and_nobody_elses() {
    APerson person = person();
    APerson other = person();
    ApiAnswer mine = person.signIn();
    ApiAnswer lost = person.signIn();
    ApiAnswer theirs = other.signIn();
    ApiClient api = person.with(mine);
    assertThat(api.get(SESSIONS).column("id"))
        .containsExactlyInAnyOrder(mine.text("sessionId"), lost.text("sessionId"));
    assertThat(api.get(SESSIONS).rows())
        .filteredOn(row -> row.path("current").asBoolean())
        .extracting(row -> row.path("id").asText())
        .containsExactly(mine.text("sessionId"));
    assertThat(api.delete(SESSIONS + "/" + lost.text("sessionId")).status()).isEqualTo(200);
    assertThat(opens(person, lost)).isFalse();
    APerson foreigner = ATenant.of(platform).person("x@example.com");
    String foreign = foreigner.signIn().text("sessionId");
    for (String id : List.of(theirs.text("sessionId"), foreign, UUID.randomUUID().toString())) {
      ApiAnswer refused = api.delete(SESSIONS + "/" + id);
      assertThat(refused.status() + " " + refused.code()).isEqualTo("404 session-not-found");
    }
    assertThat(opens(other, theirs)).isTrue();
    assertThat(tenant.api().get(SESSIONS).code()).isEqualTo("permission-denied");
  }

  @Test
  void who_is_disabled_is_out_at_once_and_stays_out_when_enabled_until_he_signs_in() {
    APerson person = person();
    ApiAnswer tokens = person.signIn();
    ApiClient api = tenant.api();
    String path = "/api/v1/users/" + person.id();
    ApiAnswer disabled = api.ifMatch(api.get(path).etag()).post(path + "/disable");
    assertThat(opens(person, tokens)).isFalse();
    assertThat(person.refresh(tokens).status()).isEqualTo(401);
    assertThat(person.signIn().status()).isEqualTo(401);
    assertThat(api.ifMatch(disabled.etag()).post(path + "/enable").status()).isEqualTo(200);
    assertThat(opens(person, tokens)).isFalse();
    assertThat(person.signIn().status()).isEqualTo(200);
  }

  @Test
  void a_suspended_tenant_is_out_at_once_and_in_again_when_resumed() throws SQLException {
    ATenant suspended = ATenant.of(platform);
    APerson person = suspended.person("ida@example.com");
    ApiAnswer tokens = person.signIn();
    mark(suspended, "suspended");
    assertThat(opens(person, tokens)).isFalse();
    assertThat(person.refresh(tokens).status()).isEqualTo(401);
    assertThat(person.signIn().status()).isEqualTo(401);
    mark(suspended, "active");
    assertThat(opens(person, tokens)).isTrue();
    assertThat(person.refresh(tokens).status()).isEqualTo(200);
  }

  @Test
  void a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
    APerson person = person();
    ApiAnswer here = person.signIn();
    ApiAnswer there = person.signIn();
    ApiClient api = person.with(here);
    assertThat(change(api, "not the password", "another good password").code())
        .isEqualTo("present-password-wrong");
    assertThat(change(api, person.password(), person.email()).code())
        .isIn("password-refused", "validation-failed");
    assertThat(change(api, person.password(), "aaaaaaaaaaaaaaaa").code())
        .isEqualTo("password-refused");
    assertThat(change(api, person.password(), "too short").faults())
        .containsExactly("/newPassword");
    ApiAnswer changed = change(api, person.password(), "another good password");
    assertThat(changed.json().path("endedSessions").asInt()).isEqualTo(1);
    assertThat(opens(person, here)).isTrue();
    assertThat(opens(person, there)).isFalse();
    assertThat(person.signIn().status()).isEqualTo(401);
    assertThat(person.signIn("another good password").status()).isEqualTo(200);
  }

  @Test
  void no_secret_of_a_sign_in_is_in_any_table() throws SQLException {
    APerson person = person();
    ApiAnswer first = person.signIn();
    ApiAnswer second = person.refresh(first);
    change(person.with(second), person.password(), "yet another password");
    for (String secret :
        List.of(
            person.password(),
            "yet another password",
            lastPart(first.text("refreshToken")),
            lastPart(second.text("refreshToken")),
            lastPart(second.text("accessToken")))) {
      assertThat(EveryTable.of(database).holding(secret)).isEmpty();
    }
    assertThat(EveryTable.of(database).holding(person.email())).contains("users");
  }

  private List<String> endReasons(ApiAnswer tokens) {
    return tenant
        .api()
        .get("/api/v1/audit-activities?action=session.ended&resourceId=" + tokens.text("sessionId"))
        .rows()
        .stream()
        .map(row -> row.at("/after/endReason").asText())
        .toList();
  }

  private void mark(ATenant of, String status) throws SQLException {
    try (var owner = database.connectAsOwner(of.id());
        var statement = owner.createStatement()) {
      statement.executeUpdate("UPDATE tenants SET status = '" + status + "'");
    }
  }

  private static String lastPart(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }

  private static ApiAnswer change(ApiClient api, String present, String wanted) {
    return api.post(ME + "/password", Map.of("presentPassword", present, "newPassword", wanted));
  }

  private static boolean opens(APerson person, ApiAnswer tokens) {
    return person.with(tokens).get(ME).status() == 200;
  }

  private APerson person() {
    return tenant.person(UUID.randomUUID() + "@example.com", StandardRole.AUDITOR);
  }
}
