package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.auth.AccessTokens;
import com.dotmac.platform.app.auth.SignInSettings;
import com.dotmac.platform.app.identity.PeopleDoors;
import com.dotmac.platform.app.identity.SignIns;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.domain.identity.signin.Argon2id;
import com.dotmac.platform.domain.identity.signin.KeyDerivation;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.StatementCount;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Who is let in, what he gets, and that nobody learns who is there. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class SignInIT {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ATenant tenant;

  SignInIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock, StatementCount::unwatched);
    tenant = ATenant.of(platform);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void who_signs_in_may_do_what_his_roles_allow_and_no_more() {
    APerson manager = tenant.person("pam@example.com", StandardRole.PARTNER_MANAGER);
    ApiAnswer tokens = manager.signIn();
    assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
    assertThat(tokens.text("tokenType")).isEqualTo("Bearer");
    assertThat(tokens.json().path("expiresInSeconds").asLong()).isEqualTo(600);
    assertThat(tokens.header("Cache-Control")).isEqualTo("no-store");
    ApiClient api = manager.with(tokens);
    ApiAnswer partner = APartner.any().postedBy(api);
    assertThat(partner.status()).isEqualTo(201);
    assertThat(api.get("/api/v1/users").status()).isEqualTo(403);
    JsonNode act =
        tenant.api().get("/api/v1/audit-activities?resourceId=" + partner.id()).rows().get(0);
    assertThat(act.path("actor").path("kind").asText()).isEqualTo("user");
    assertThat(act.path("actor").path("id").asText()).isEqualTo(manager.id().toString());
  }

  @Test
  void everybody_can_ask_who_he_is() {
    APerson auditor = tenant.person("ann@example.com", StandardRole.AUDITOR);
    ApiAnswer me = auditor.api().get("/api/v1/me");
    assertThat(me.text("kind")).isEqualTo("user");
    assertThat(me.id()).isEqualTo(auditor.id());
    assertThat(me.text("email")).isEqualTo("ann@example.com");
    assertThat(me.json().at("/tenant/slug").asText()).isEqualTo(auditor.tenant());
    assertThat(me.json().path("standardRoles")).hasToString("[\"auditor\"]");
    assertThat(me.json().path("permissions").toString())
        .contains("audit:read", "users:read")
        .doesNotContain("write");
    ApiAnswer key = tenant.api().get("/api/v1/me");
    assertThat(key.text("kind")).isEqualTo("api_key");
    assertThat(key.json().path("sessionId").isNull()).isTrue();
  }

  @Test
  void an_access_token_says_whose_it_is_and_ends_after_ten_minutes() throws IOException {
    APerson person = tenant.person("eve@example.com", StandardRole.AUDITOR);
    ApiAnswer tokens = person.signIn();
    String[] parts = tokens.text("accessToken").split("\\.", -1);
    JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
    assertThat(claims.path("sub").asText()).isEqualTo(person.id().toString());
    assertThat(claims.path("tenant").asText()).isEqualTo(tenant.id().toString());
    assertThat(claims.path("sid").asText()).isEqualTo(tokens.text("sessionId"));
    assertThat(claims.path("iss").asText()).isEqualTo("dotmac-platform");
    assertThat(claims.path("aud").asText()).isEqualTo("dotmac-api");
    assertThat(claims.has("jti")).isTrue();
    clock.advance(Duration.ofSeconds(599));
    assertThat(person.with(tokens).get("/api/v1/me").status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(person.with(tokens).get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void whatever_is_wrong_the_answer_is_the_same() {
    APerson person = tenant.person("ida@example.com");
    APerson disabled = tenant.person("off@example.com");
    ApiClient api = tenant.api();
    ApiAnswer row = api.get("/api/v1/users/" + disabled.id());
    assertThat(api.ifMatch(row.etag()).post("/api/v1/users/" + disabled.id() + "/disable").status())
        .isEqualTo(200);
    tenant.user("bare@example.com");
    Map<String, ApiAnswer> answers = new LinkedHashMap<>();
    answers.put("a wrong password", person.signIn("another password"));
    answers.put("nobody's address", of("nobody@example.com", person.tenant()).signIn());
    answers.put("another tenant", of(person.email(), "no-such-tenant").signIn());
    answers.put("somebody disabled", disabled.signIn());
    answers.put("somebody without a password", of("bare@example.com", person.tenant()).signIn());
    String first = answers.values().iterator().next().withoutRequestId();
    answers.forEach(
        (what, answer) -> {
          assertThat(answer.status()).as(what).isEqualTo(401);
          assertThat(answer.code()).as(what).isEqualTo("sign-in-refused");
          assertThat(answer.withoutRequestId()).as(what).isEqualTo(first);
          assertThat(answer.header("WWW-Authenticate")).as(what).startsWith("Bearer");
        });
    assertThat(of("IDA@Example.com", person.tenant()).signIn().status()).isEqualTo(200);
  }

  @Test
  void the_same_work_is_done_whoever_is_asked_for() throws Exception {
    APerson person = tenant.person("kim@example.com");
    tenant.user("plain@example.com");
    AtomicInteger computed = new AtomicInteger();
    Argon2id argon = new Argon2id();
    SignIns signIns =
        signIns(
            (password, salt, cost) -> {
              computed.incrementAndGet();
              return argon.derive(password, salt, cost);
            });
    StatementCount statements = StatementCount.of(platform.sessionFactory());
    Map<String, Long> sent = new LinkedHashMap<>();
    for (String email :
        List.of("kim@example.com", "never@example.com", "plain@example.com", "also@example.com")) {
      // The first attempt makes the row; what counts is that all do the same.
      computed.set(0);
      sent.put(
          email,
          statements.during(
              () ->
                  signIns
                      .signIn(person.tenant(), email, "another password", null, null)
                      .isEmpty()));
      assertThat(computed).as(email).hasValue(1);
    }
    assertThat(sent.values()).as("%s", sent).containsOnly(sent.get("kim@example.com"));
    computed.set(0);
    assertThat(signIns.signIn("no-such-tenant", "kim@example.com", "x", null, null)).isEmpty();
    assertThat(computed).hasValue(1);
  }

  @Test
  void a_token_that_was_not_signed_by_us_opens_nothing() {
    APerson person = tenant.person("mel@example.com", StandardRole.AUDITOR);
    String good = person.signIn().text("accessToken");
    String[] parts = good.split("\\.", -1);
    String none =
        Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                    "{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[1]
            + ".";
    for (String forged :
        List.of(none, parts[0] + "." + parts[1] + "." + parts[2].replaceFirst("^.{4}", "AAAA"))) {
      assertThat(person.nobody().withKey(forged).get("/api/v1/me").status()).isEqualTo(401);
    }
    assertThat(person.nobody().withKey(good).get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void keys_are_changed_one_by_one_and_without_one_nobody_signs_in() {
    APerson person = tenant.person("rot@example.com", StandardRole.AUDITOR);
    String old = key('a');
    String fresh = key('b');
    String ofOld = tokenSignedWith(old, person);
    try (RunningPlatform both = with(fresh + ", " + old)) {
      assertThat(opens(both, ofOld)).isTrue();
    }
    String ofFresh = tokenSignedWith(fresh, person);
    try (RunningPlatform one = with(fresh)) {
      assertThat(opens(one, ofOld)).isFalse();
      assertThat(opens(one, ofFresh)).isTrue();
    }
    try (RunningPlatform none = with("")) {
      ApiAnswer refused = at(none, person).signIn();
      assertThat(refused.status() + " " + refused.code()).isEqualTo("501 sign-in-not-set-up");
      assertThat(opens(none, ofFresh)).isFalse();
      assertThat(ATenant.of(none).api().get("/api/v1/me").status()).isEqualTo(200);
    }
  }

  @Test
  void an_address_that_signs_in_too_often_has_to_wait() {
    APerson person = tenant.person("fast@example.com");
    try (RunningPlatform strict =
        RunningPlatform.on(database, clock, settings -> settings.getRateLimit().setSignIns(2))) {
      APerson there = at(strict, person);
      assertThat(there.signIn().status()).isEqualTo(200);
      ApiAnswer tokens = there.signIn();
      ApiAnswer refused = there.signIn();
      assertThat(refused.status() + " " + refused.code()).isEqualTo("429 too-many-requests");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
      assertThat(there.refresh(tokens).status()).isEqualTo(200);
      clock.advance(Duration.ofMinutes(1));
      assertThat(there.signIn().status()).isEqualTo(200);
    }
  }

  private SignIns signIns(KeyDerivation derivation) {
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    AuditLog audit = new AuditLog(sessions);
    TenantService tenants = new TenantService(sessions, audit);
    SignInSettings settings = new SignInSettings();
    settings.setAccessTokenKeys(key('c'));
    return new SignIns(
        PeopleDoors.of(sessions, tenants, new Seals(List.of()), audit),
        tenants,
        new PasswordHasher(derivation),
        new AccessTokens(settings, clock),
        new UnitsOfWork(platform.sessionFactory()),
        clock);
  }

  private APerson of(String email, String slug) {
    return new APerson(ApiClient.of(platform), slug, tenant.id(), email, APerson.PASSWORD);
  }

  private static APerson at(RunningPlatform other, APerson person) {
    return new APerson(
        ApiClient.of(other), person.tenant(), person.id(), person.email(), person.password());
  }

  private RunningPlatform with(String keys) {
    return RunningPlatform.on(
        database, clock, settings -> settings.getSignIn().setAccessTokenKeys(keys));
  }

  private String tokenSignedWith(String key, APerson person) {
    try (RunningPlatform one = with(key)) {
      return at(one, person).signIn().text("accessToken");
    }
  }

  private static boolean opens(RunningPlatform platform, String token) {
    return ApiClient.of(platform).withKey(token).get("/api/v1/me").status() == 200;
  }

  private static String key(char letter) {
    return Base64.getEncoder()
        .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.UTF_8));
  }
}
