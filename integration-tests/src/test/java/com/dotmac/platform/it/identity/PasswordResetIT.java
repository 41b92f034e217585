package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.links.LinkPurpose;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.MailedLink;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.StatementCount;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Asking for a new password without signing in, which tells nobody who is there. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class PasswordResetIT {
  private static final String PATH = "/api/v1/password-resets";

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ATenant tenant;

  PasswordResetIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock);
    tenant = ATenant.of(platform);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  /**
   * What the request asked for, the number of its statements and of the pieces of work that it
   * planned: none of them differs by who it is.
   */
  @Test
  void whoever_is_asked_for_the_answer_and_the_work_are_the_same() throws Exception {
    APerson person = tenant.person("ada@example.com");
    APerson locked = tenant.person("kim@example.com");
    for (int guess = 0; guess < 5; guess++) {
      locked.signIn("guess number " + guess);
    }
    APerson disabled = tenant.person("off@example.com");
    ApiClient api = tenant.api();
    String user = "/api/v1/users/" + disabled.id();
    api.ifMatch(api.get(user).etag()).post(user + "/disable");
    tenant.user("bare@example.com");
    ATenant suspended = ATenant.of(platform);
    APerson ofSuspended = suspended.person("sue@example.com");
    database.administer(
        "UPDATE tenants SET status = 'suspended' WHERE id = '" + suspended.id() + "'");

    Map<String, Asked> asked = new LinkedHashMap<>();
    asked.put("somebody", asked(person.tenant(), "ada@example.com"));
    asked.put("somebody once more", asked(person.tenant(), "ada@example.com"));
    asked.put("nobody", asked(person.tenant(), "nobody@example.com"));
    asked.put("somebody locked", asked(person.tenant(), "kim@example.com"));
    asked.put("somebody disabled", asked(person.tenant(), "off@example.com"));
    asked.put("somebody without a password", asked(person.tenant(), "bare@example.com"));
    asked.put("somebody of a suspended tenant", asked(ofSuspended.tenant(), "sue@example.com"));
    assertThat(asked.values()).as("%s", asked).containsOnly(asked.get("somebody"));
    assertThat(asked.get("somebody").planned()).isEqualTo(1);

    ApiAnswer nowhere = ask(platform, "no-such-tenant", "ada@example.com");
    assertThat(nowhere.body()).isEqualTo(asked.get("somebody").body());
  }

  /** What one request did. */
  private record Asked(int status, String body, String headers, long statements, int planned) {}

  private Asked asked(String slug, String email) throws Exception {
    StatementCount statements = StatementCount.of(platform.sessionFactory());
    int before = planned();
    long prepared = statements.prepared();
    ApiAnswer answer = ask(platform, slug, email);
    Map<String, Object> headers = new HashMap<>(answer.headers().map());
    headers.keySet().removeAll(Set.of("date", "x-request-id"));
    return new Asked(
        answer.status(),
        answer.body(),
        headers.toString(),
        statements.prepared() - prepared,
        planned() - before);
  }

  private static ApiAnswer ask(RunningPlatform of, String slug, String email) {
    return ApiClient.of(of).post(PATH, Map.of("tenant", slug, "email", email));
  }

  private int planned() throws SQLException {
    try (Connection administrator = database.connectAsAdministrator();
        Statement statement = administrator.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM scheduled_tasks WHERE task_name = 'mail-password-reset'")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void nobody_gets_more_than_one_such_mail_a_minute_and_five_a_day() {
    UUID person = tenant.person("max@example.com").id();
    MailedLink links = tenant.links();
    for (int mail = 0; mail < 5; mail++) {
      links.tokenFor(LinkPurpose.PASSWORD_RESET, person);
      clock.advance(Duration.ofSeconds(59));
      getsNone(links, person);
      clock.advance(Duration.ofSeconds(1));
    }
    getsNone(links, person);
    clock.advance(Duration.ofDays(1).minusMinutes(5));
    links.tokenFor(LinkPurpose.PASSWORD_RESET, person);
  }

  @Test
  void a_request_that_waited_for_an_hour_or_was_overtaken_by_a_new_password_is_answered_no_more() {
    APerson person = tenant.person("zoe@example.com");
    MailedLink links = tenant.links();
    // So that his password was there before anybody asked.
    clock.advance(Duration.ofHours(2));
    assertThat(links.answersReset(person.id(), clock.instant().minus(Duration.ofHours(1))))
        .isFalse();
    Instant asked = clock.instant();
    clock.advance(Duration.ofMinutes(1));
    tenant.setPassword(person.id(), person.email());
    assertThat(links.answersReset(person.id(), asked)).isFalse();
    clock.advance(Duration.ofHours(1));
    assertThat(links.answersReset(person.id(), clock.instant().minus(Duration.ofMinutes(59))))
        .isTrue();
  }

  private static void getsNone(MailedLink links, UUID person) {
    assertThatThrownBy(() -> links.tokenFor(LinkPurpose.PASSWORD_RESET, person))
        .hasMessage("He gets no such mail");
  }

  @Test
  void an_address_of_the_network_that_asks_too_often_waits() {
    try (RunningPlatform strict =
        RunningPlatform.on(database, clock, settings -> settings.getRateLimit().setSignIns(3))) {
      for (int request = 0; request < 3; request++) {
        assertThat(ask(strict, "no-such-tenant", "ada@example.com").status()).isEqualTo(202);
      }
      assertThat(ask(strict, "no-such-tenant", "ada@example.com").code())
          .isEqualTo("too-many-requests");
      FollowedLink link = new FollowedLink(ApiClient.of(strict));
      for (LinkPurpose purpose : LinkPurpose.values()) {
        assertThat(link.use(purpose, "garbage").code()).isEqualTo("too-many-requests");
      }
    }
  }

  @Test
  void where_no_link_can_be_mailed_all_who_ask_for_one_are_told() {
    UUID user = tenant.user("eve@example.com");
    APerson person = tenant.person("pam@example.com");
    String signedIn = person.signIn().text("accessToken");
    String key = tenant.key("a key", Permission.ofEveryTenant(), null).token();
    try (RunningPlatform without =
            RunningPlatform.on(database, clock, settings -> settings.getMail().setPublicUrl(""));
        RunningPlatform unsealed =
            RunningPlatform.on(database, clock, settings -> settings.getSealing().setKeys(""))) {
      for (RunningPlatform one : new RunningPlatform[] {without, unsealed}) {
        String code = "501 " + (one == without ? "mail-not-set-up" : "sealing-not-configured");
        ApiClient api = ApiClient.of(one).withKey(key);
        isAnswered(ask(one, person.tenant(), person.email()), code);
        isAnswered(api.post("/api/v1/users/" + user + "/invite"), code);
        isAnswered(ApiClient.of(one).withKey(signedIn).post("/api/v1/me/email-verification"), code);
      }
    }
  }

  private static void isAnswered(ApiAnswer answer, String expected) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo(expected);
  }
}
