package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnAuthenticator;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Who has a second factor signs in with a code, and each code lets somebody in once. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class SecondFactorSignInIT {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final String NO_CODE_OF_ANYBODY = "000000";

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RunningPlatform platform;
  private final ATenant tenant;
  private APerson person;
  private AnAuthenticator app;

  SecondFactorSignInIT(TestDatabase database) {
    platform = RunningPlatform.on(database, clock);
    tenant = ATenant.of(platform);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  /** His app shows a code that was not used yet. */
  @BeforeEach
  void somebody_has_a_second_factor() {
    person = tenant.person(UUID.randomUUID() + "@example.com", StandardRole.AUDITOR);
    app = AnAuthenticator.turnedOnBy(person.api(), person.password(), clock.instant());
    clock.advance(STEP.multipliedBy(3));
  }

  @Test
  void the_right_password_alone_is_told_that_a_code_is_required() {
    ApiAnswer refused = person.signIn();
    assertThat(said(refused)).isEqualTo("401 second-factor-required");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"dotmac\"");
    ApiAnswer tokens = person.signInWith(code());
    assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
    assertThat(person.with(tokens).get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void who_does_not_know_the_password_learns_nothing_and_uses_no_code_up() {
    APerson without = tenant.person(UUID.randomUUID() + "@example.com");
    String code = code();
    ApiAnswer ordinary = without.signIn("wrong password");
    for (ApiAnswer refused :
        List.of(
            person.signIn("wrong password"),
            guesser("wrong password").signInWith(code),
            guesser("wrong password").signInWith(NO_CODE_OF_ANYBODY))) {
      assertThat(said(refused)).isEqualTo("401 sign-in-refused");
      assertThat(refused.withoutRequestId()).isEqualTo(ordinary.withoutRequestId());
    }
    assertThat(person.signInWith(code).status()).isEqualTo(200);
  }

  @Test
  void who_has_none_may_send_a_code_and_is_let_in() {
    APerson without = tenant.person(UUID.randomUUID() + "@example.com");
    assertThat(without.signInWith(NO_CODE_OF_ANYBODY).status()).isEqualTo(200);
  }

  @Test
  void a_code_lets_in_once_and_then_neither_it_nor_an_earlier_one() {
    String earlier = app.codeAt(clock.instant().minus(STEP));
    String code = code();
    assertThat(person.signInWith(code).status()).isEqualTo(200);
    assertThat(said(person.signInWith(code))).isEqualTo("401 second-factor-wrong");
    assertThat(said(person.signInWith(earlier))).isEqualTo("401 second-factor-wrong");
    clock.advance(STEP);
    assertThat(said(person.signInWith(code))).isEqualTo("401 second-factor-wrong");
    assertThat(person.signInWith(code()).status()).isEqualTo(200);
  }

  @Test
  void the_code_that_turned_it_on_does_not_sign_in_as_well() {
    APerson other = tenant.person(UUID.randomUUID() + "@example.com");
    AnAuthenticator fresh =
        AnAuthenticator.turnedOnBy(other.api(), other.password(), clock.instant());
    assertThat(said(other.signInWith(fresh.codeAt(clock.instant()))))
        .isEqualTo("401 second-factor-wrong");
    assertThat(other.signInWith(fresh.codeAt(clock.instant().plus(STEP))).status()).isEqualTo(200);
  }

  @Test
  void a_clock_that_is_half_a_minute_off_does_no_harm_and_one_that_is_a_minute_off_does() {
    Instant now = clock.instant();
    assertThat(said(person.signInWith(app.codeAt(now.minus(STEP.multipliedBy(2))))))
        .isEqualTo("401 second-factor-wrong");
    assertThat(said(person.signInWith(app.codeAt(now.plus(STEP.multipliedBy(2))))))
        .isEqualTo("401 second-factor-wrong");
    assertThat(person.signInWith(app.codeAt(now.minus(STEP))).status()).isEqualTo(200);
    assertThat(person.signInWith(app.codeAt(now.plus(STEP))).status()).isEqualTo(200);
  }

  @Test
  void of_twenty_at_once_with_one_code_of_the_app_one_gets_in() {
    for (int round = 0; round < 3; round++) {
      String code = code();
      List<Integer> answers = AtOnce.times(20, place -> person.signInWith(code).status());
      assertThat(answers).containsOnly(200, 401).containsOnlyOnce(200);
      clock.advance(Duration.ofHours(1));
    }
  }

  @Test
  void of_twenty_at_once_with_one_backup_code_one_gets_in() {
    for (int round = 0; round < 3; round++) {
      String code = app.backupCodes().get(round);
      List<Integer> answers = AtOnce.times(20, place -> person.signInWith(code).status());
      assertThat(answers).containsOnly(200, 401).containsOnlyOnce(200);
      clock.advance(Duration.ofHours(1));
    }
  }

  @Test
  void each_backup_code_lets_in_once_however_it_is_typed() {
    String first = app.backupCodes().get(0);
    String second = app.backupCodes().get(1).toUpperCase(Locale.ROOT).replace("-", " ");
    assertThat(person.signInWith(first).status()).isEqualTo(200);
    assertThat(said(person.signInWith(first))).isEqualTo("401 second-factor-wrong");
    // What happened at one instant has no order in the trail.
    clock.advance(STEP);
    ApiAnswer tokens = person.signInWith(second);
    assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
    assertThat(left(tokens)).isEqualTo(8);
    ApiAnswer trail =
        tenant
            .api()
            .get("/api/v1/audit-activities?action=user.backup_code_used&resourceId=" + person.id());
    assertThat(trail.rows())
        .extracting(row -> row.at("/after/codesLeft").asInt())
        .containsExactly(8, 9);
  }

  @Test
  void a_backup_code_of_somebody_else_lets_nobody_in() {
    APerson other = tenant.person(UUID.randomUUID() + "@example.com");
    AnAuthenticator theirs =
        AnAuthenticator.turnedOnBy(other.api(), other.password(), clock.instant());
    assertThat(said(person.signInWith(theirs.backupCodes().get(0))))
        .isEqualTo("401 second-factor-wrong");
    assertThat(other.signInWith(theirs.backupCodes().get(0)).status()).isEqualTo(200);
  }

  @Test
  void who_knows_the_password_and_guesses_codes_has_to_wait() {
    for (int guess = 0; guess < 5; guess++) {
      assertThat(said(person.signInWith("wrong " + guess))).isEqualTo("401 second-factor-wrong");
    }
    assertThat(said(person.signInWith(code()))).isEqualTo("401 sign-in-refused");
    assertThat(said(person.signIn())).isEqualTo("401 sign-in-refused");
    clock.advance(Duration.ofMinutes(1));
    assertThat(person.signInWith(code()).status()).isEqualTo(200);
  }

  @Test
  void the_right_password_alone_gives_no_guesses_back() {
    for (int guess = 0; guess < 2; guess++) {
      assertThat(said(person.signInWith(NO_CODE_OF_ANYBODY))).isEqualTo("401 second-factor-wrong");
      assertThat(said(person.signIn())).isEqualTo("401 second-factor-required");
    }
    assertThat(said(person.signInWith(NO_CODE_OF_ANYBODY))).isEqualTo("401 second-factor-wrong");
    assertThat(said(person.signInWith(code()))).isEqualTo("401 sign-in-refused");
  }

  @Test
  void who_is_let_in_has_all_his_guesses_again() {
    for (int round = 0; round < 3; round++) {
      for (int guess = 0; guess < 4; guess++) {
        assertThat(said(person.signInWith("wrong"))).isEqualTo("401 second-factor-wrong");
      }
      assertThat(person.signInWith(code()).status()).isEqualTo(200);
      clock.advance(STEP);
    }
  }

  @Test
  void who_is_in_goes_on_without_a_code_and_changes_his_password_without_one() {
    ApiAnswer tokens = person.signInWith(code());
    ApiAnswer next = person.refresh(tokens);
    assertThat(next.status()).isEqualTo(200);
    ApiAnswer changed =
        person
            .with(next)
            .post(
                "/api/v1/me/password",
                Map.of(
                    "presentPassword", person.password(), "newPassword", "another good password"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(said(person.signIn("another good password")))
        .isEqualTo("401 second-factor-required");
  }

  private APerson guesser(String password) {
    return new APerson(person.nobody(), person.tenant(), person.id(), person.email(), password);
  }

  private int left(ApiAnswer tokens) {
    return person.with(tokens).get(AnAuthenticator.PATH).json().path("backupCodesLeft").asInt();
  }

  private String code() {
    return app.codeAt(clock.instant());
  }

  private static String said(ApiAnswer answer) {
    return answer.status() + " " + answer.code();
  }
}
