package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnAuthenticator;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How a person turns his second factor on and off, and what he must show for it. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class SecondFactorIT {
  private static final String PATH = AnAuthenticator.PATH;
  private static final Duration STEP = Duration.ofSeconds(30);

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RunningPlatform platform;
  private final ATenant tenant;
  private APerson person;
  private ApiClient api;

  SecondFactorIT(TestDatabase database) {
    platform = RunningPlatform.on(database, clock);
    tenant = ATenant.of(platform);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @BeforeEach
  void somebody_signs_in() {
    person = tenant.person(UUID.randomUUID() + "@example.com", StandardRole.AUDITOR);
    api = person.api();
  }

  @Test
  void it_is_on_when_the_app_has_shown_a_code_and_not_before() {
    assertThat(status()).isEqualTo("off 0");
    ApiAnswer enrolled = enrol(person.password());
    assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(200);
    assertThat(enrolled.header("Cache-Control")).isEqualTo("no-store");
    assertThat(enrolled.text("uri"))
        .startsWith("otpauth://totp/")
        .contains(
            "secret=" + enrolled.text("secret") + "&",
            ":" + person.email().replace("@", "%40") + "?");
    assertThat(status()).isEqualTo("pending 0");
    assertThat(person.signIn().status()).isEqualTo(200);
    AnAuthenticator app = AnAuthenticator.shown(enrolled);
    assertThat(said(confirm("000000"))).isEqualTo("403 present-code-wrong");
    assertThat(status()).isEqualTo("pending 0");
    ApiAnswer confirmed = confirm(app.codeAt(clock.instant()));
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    assertThat(new HashSet<>(AnAuthenticator.codesIn(confirmed)))
        .hasSize(10)
        .allSatisfy(code -> assertThat(code).matches("([a-z2-7]{4}-){5}[a-z2-7]{4}"));
    assertThat(status()).isEqualTo("on 10");
    assertThat(api.get(PATH).text("confirmedAt")).isEqualTo(clock.instant().toString());
    assertThat(said(person.signIn())).isEqualTo("401 second-factor-required");
  }

  @Test
  void who_has_only_an_access_token_cannot_enrol() {
    assertThat(said(enrol("not the password"))).isEqualTo("403 present-password-wrong");
    assertThat(status()).isEqualTo("off 0");
  }

  @Test
  void of_two_enrolments_the_second_counts() {
    AnAuthenticator first = AnAuthenticator.enrolledBy(api, person.password());
    AnAuthenticator second = AnAuthenticator.enrolledBy(api, person.password());
    assertThat(said(confirm(first.codeAt(clock.instant())))).isEqualTo("403 present-code-wrong");
    assertThat(confirm(second.codeAt(clock.instant())).status()).isEqualTo(200);
  }

  @Test
  void who_enrols_many_times_at_once_can_confirm_what_he_was_shown_last() {
    List<Integer> answers = AtOnce.times(4, place -> enrol(person.password()).status());
    assertThat(answers).contains(200).isSubsetOf(200, 409);
    AnAuthenticator last = AnAuthenticator.enrolledBy(api, person.password());
    assertThat(confirm(last.codeAt(clock.instant())).status()).isEqualTo(200);
  }

  @Test
  void of_many_who_confirm_at_once_one_is_shown_the_backup_codes() {
    String code = AnAuthenticator.enrolledBy(api, person.password()).codeAt(clock.instant());
    List<Integer> answers = AtOnce.times(4, place -> confirm(code).status());
    assertThat(answers).containsOnlyOnce(200).isSubsetOf(200, 409);
    assertThat(status()).isEqualTo("on 10");
  }

  @Test
  void what_it_is_in_no_state_for_is_refused_and_no_guess_is_counted() {
    for (int attempt = 0; attempt < 6; attempt++) {
      refusedAsStep(confirm("123456"));
      refusedAsStep(post("/backup-codes", "wrong", "123456"));
      refusedAsStep(post("/disable", "wrong", "123456"));
    }
    turnOn();
    for (int attempt = 0; attempt < 6; attempt++) {
      refusedAsStep(enrol("wrong"));
      refusedAsStep(confirm("123456"));
    }
    assertThat(said(person.signIn())).isEqualTo("401 second-factor-required");
  }

  @Test
  void new_backup_codes_need_password_and_code_and_end_the_old_ones() {
    AnAuthenticator app = turnOn();
    List<String> old = app.backupCodes();
    assertThat(said(post("/backup-codes", "not the password", old.get(0))))
        .isEqualTo("403 present-password-wrong");
    assertThat(said(post("/backup-codes", person.password(), "000000")))
        .isEqualTo("403 present-code-wrong");
    ApiAnswer renewed =
        post("/backup-codes", person.password(), app.codeAt(clock.instant().plus(STEP)));
    List<String> fresh = AnAuthenticator.codesIn(renewed);
    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(old);
    assertThat(said(person.signInWith(old.get(0)))).isEqualTo("401 second-factor-wrong");
    assertThat(person.signInWith(fresh.get(0)).status()).isEqualTo(200);
    assertThat(status()).isEqualTo("on 9");
    assertThat(post("/backup-codes", person.password(), fresh.get(1)).status()).isEqualTo(200);
    assertThat(status()).isEqualTo("on 10");
  }

  @Test
  void turning_it_off_needs_password_and_code() {
    AnAuthenticator app = turnOn();
    String code = app.codeAt(clock.instant().plus(STEP));
    assertThat(said(post("/disable", "not the password", code)))
        .isEqualTo("403 present-password-wrong");
    assertThat(said(post("/disable", person.password(), app.codeAt(clock.instant()))))
        .as("the code that turned it on")
        .isEqualTo("403 present-code-wrong");
    assertThat(status()).isEqualTo("on 10");
    ApiAnswer off = post("/disable", person.password(), code);
    assertThat(off.text("status")).isEqualTo("off");
    assertThat(off.body()).isEqualTo(api.get(PATH).body());
    assertThat(person.signIn().status()).isEqualTo(200);
  }

  @Test
  void who_lost_his_app_turns_it_off_with_a_backup_code_and_on_with_another_app() {
    AnAuthenticator lost = turnOn();
    assertThat(post("/disable", person.password(), lost.backupCodes().get(3)).status())
        .isEqualTo(200);
    AnAuthenticator found = turnOn();
    assertThat(found.secret()).isNotEqualTo(lost.secret());
    assertThat(said(person.signInWith(lost.backupCodes().get(4))))
        .isEqualTo("401 second-factor-wrong");
    assertThat(person.signInWith(found.backupCodes().get(4)).status()).isEqualTo(200);
  }

  @Test
  void who_guesses_codes_with_an_access_token_has_to_wait_like_who_signs_in() {
    AnAuthenticator app = AnAuthenticator.enrolledBy(api, person.password());
    for (int guess = 0; guess < 5; guess++) {
      assertThat(said(confirm("wrong " + guess))).isEqualTo("403 present-code-wrong");
    }
    assertThat(said(confirm(app.codeAt(clock.instant())))).isEqualTo("403 present-code-wrong");
    assertThat(said(person.signIn())).isEqualTo("401 sign-in-refused");
    clock.advance(Duration.ofMinutes(1));
    List<String> backupCodes = AnAuthenticator.codesIn(confirm(app.codeAt(clock.instant())));
    for (int guess = 0; guess < 5; guess++) {
      assertThat(said(post("/disable", person.password(), "wrong " + guess)))
          .isEqualTo("403 present-code-wrong");
    }
    assertThat(said(post("/disable", person.password(), backupCodes.get(0))))
        .isEqualTo("403 present-password-wrong");
    clock.advance(Duration.ofMinutes(1));
    assertThat(post("/disable", person.password(), backupCodes.get(0)).status()).isEqualTo(200);
  }

  @Test
  void each_verb_leaves_its_row() {
    // What happened at one instant has no order in the trail.
    clock.advance(STEP);
    AnAuthenticator enrolled = AnAuthenticator.enrolledBy(api, person.password());
    clock.advance(STEP.multipliedBy(3));
    confirm(enrolled.codeAt(clock.instant()));
    clock.advance(STEP.multipliedBy(3));
    post("/backup-codes", person.password(), enrolled.codeAt(clock.instant()));
    clock.advance(STEP.multipliedBy(3));
    post("/disable", person.password(), enrolled.codeAt(clock.instant()));
    ApiAnswer trail = tenant.api().get("/api/v1/audit-activities?resourceId=" + person.id());
    assertThat(trail.column("action"))
        .startsWith(
            "user.second_factor_disabled",
            "user.backup_codes_renewed",
            "user.second_factor_confirmed",
            "user.second_factor_enrolled");
    assertThat(trail.rows().get(0).at("/actor/id").asText()).isEqualTo(person.id().toString());
  }

  @Test
  void a_key_has_no_second_factor() {
    ApiClient key = tenant.api();
    assertThat(said(key.get(PATH))).isEqualTo("403 permission-denied");
    assertThat(said(key.post(PATH + "/enrol", Map.of("presentPassword", "x"))))
        .isEqualTo("403 permission-denied");
    assertThat(said(key.post(PATH + "/confirm", Map.of("code", "123456"))))
        .isEqualTo("403 permission-denied");
  }

  private AnAuthenticator turnOn() {
    return AnAuthenticator.turnedOnBy(api, person.password(), clock.instant());
  }

  private ApiAnswer enrol(String password) {
    return api.post(PATH + "/enrol", Map.of("presentPassword", password));
  }

  private ApiAnswer confirm(String code) {
    return api.post(PATH + "/confirm", Map.of("code", code));
  }

  private ApiAnswer post(String verb, String password, String code) {
    return api.post(PATH + verb, Map.of("presentPassword", password, "code", code));
  }

  private String status() {
    ApiAnswer state = api.get(PATH);
    return state.text("status") + " " + state.json().path("backupCodesLeft").asInt();
  }

  private static void refusedAsStep(ApiAnswer answer) {
    assertThat(said(answer)).isEqualTo("409 second-factor-step-not-allowed");
  }

  private static String said(ApiAnswer answer) {
    return answer.status() + " " + answer.code();
  }
}
