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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How long who guesses has to wait, and that it shows nobody who is there. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class LockoutIT {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ATenant tenant;

  LockoutIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock);
    tenant = ATenant.of(platform);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void after_five_failures_the_right_password_waits_a_minute_then_two_then_four() {
    APerson person = person();
    fail(person, 5);
    for (int minutes : new int[] {1, 2, 4}) {
      clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
      assertThat(person.signIn().status()).as("in minute %d", minutes).isEqualTo(401);
      clock.advance(Duration.ofSeconds(1));
      fail(person, 1);
    }
    clock.advance(Duration.ofMinutes(8));
    assertThat(person.signIn().status()).isEqualTo(200);
  }

  @Test
  void a_wait_is_never_longer_than_an_hour() {
    APerson person = person();
    fail(person, 5);
    for (int more = 0; more < 10; more++) {
      clock.advance(Duration.ofHours(1));
      fail(person, 1);
    }
    clock.advance(Duration.ofHours(1));
    assertThat(person.signIn().status()).isEqualTo(200);
  }

  @Test
  void who_signs_in_has_all_his_attempts_again() {
    APerson person = person();
    for (int round = 0; round < 3; round++) {
      fail(person, 4);
      assertThat(person.signIn().status()).isEqualTo(200);
    }
  }

  @Test
  void who_waits_a_day_has_all_his_attempts_again() {
    APerson person = person();
    fail(person, 5);
    clock.advance(Duration.ofDays(1));
    fail(person, 4);
    assertThat(person.signIn().status()).isEqualTo(200);
  }

  @Test
  void trying_while_one_has_to_wait_makes_the_wait_no_longer() {
    APerson person = person();
    fail(person, 20);
    clock.advance(Duration.ofMinutes(1));
    assertThat(person.signIn().status()).isEqualTo(200);
  }

  @Test
  void an_address_that_nobody_has_is_locked_like_one_that_somebody_has() throws SQLException {
    APerson there = person();
    APerson stranger =
        new APerson(
            ApiClient.of(platform),
            there.tenant(),
            there.id(),
            UUID.randomUUID() + "@example.com",
            there.password());
    for (int attempt = 1; attempt <= 7; attempt++) {
      ApiAnswer refused = there.signIn("wrong");
      ApiAnswer unknown = stranger.signIn("wrong");
      assertThat(unknown.status()).isEqualTo(refused.status());
      assertThat(unknown.withoutRequestId()).isEqualTo(refused.withoutRequestId());
    }
    assertThat(rows("failures = 5 AND locked_until > '%s'".formatted(clock.instant())))
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void twenty_guesses_at_once_are_no_more_than_five() throws SQLException {
    APerson person = person();
    int before = rows("failures > 5");
    AtOnce.times(20, place -> person.signIn("guess number " + place).status());
    assertThat(rows("failures > 5")).isEqualTo(before);
    assertThat(person.signIn().status()).isEqualTo(401);
    clock.advance(Duration.ofMinutes(1));
    assertThat(person.signIn().status()).isEqualTo(200);
  }

  /** Who is let in takes the row of his attempts away, under those who are about to hold it. */
  @Test
  void who_knows_the_password_and_comes_twenty_times_at_once_is_let_in_or_told_to_wait() {
    APerson person = person();
    for (int round = 0; round < 3; round++) {
      assertThat(AtOnce.times(20, place -> person.signIn().status()))
          .isSubsetOf(200, 401)
          .contains(200);
      clock.advance(Duration.ofHours(1));
    }
  }

  @Test
  void who_has_only_an_access_token_guesses_the_password_no_faster() {
    APerson person = person();
    ApiClient thief = person.api();
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(guess(thief, "guess number " + attempt).code())
          .isEqualTo("present-password-wrong");
    }
    assertThat(guess(thief, person.password()).code()).isEqualTo("present-password-wrong");
    assertThat(person.signIn().status()).isEqualTo(401);
    clock.advance(Duration.ofMinutes(1));
    assertThat(guess(thief, person.password()).status()).isEqualTo(200);
  }

  @Test
  void what_nobody_tried_for_a_day_is_swept_away() throws SQLException {
    APerson person = person();
    for (int stranger = 0; stranger < 3; stranger++) {
      new APerson(
              person.nobody(),
              person.tenant(),
              person.id(),
              "stranger-" + stranger + "@example.com",
              "x")
          .signIn();
    }
    clock.advance(Duration.ofDays(2));
    for (int attempt = 0; attempt < 20; attempt++) {
      person.signIn();
    }
    assertThat(rows("expires_at <= '%s'".formatted(clock.instant()))).isZero();
  }

  private static ApiAnswer guess(ApiClient api, String password) {
    return api.post(
        "/api/v1/me/password",
        Map.of("presentPassword", password, "newPassword", "the thief's own password"));
  }

  private static void fail(APerson person, int times) {
    for (int attempt = 0; attempt < times; attempt++) {
      assertThat(person.signIn("wrong").status()).isEqualTo(401);
    }
  }

  private int rows(String condition) throws SQLException {
    try (Connection administrator = database.connectAsAdministrator();
        Statement statement = administrator.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*) FROM sign_in_attempts WHERE " + condition)) {
      row.next();
      return row.getInt(1);
    }
  }

  private APerson person() {
    return tenant.person(UUID.randomUUID() + "@example.com", StandardRole.AUDITOR);
  }
}
