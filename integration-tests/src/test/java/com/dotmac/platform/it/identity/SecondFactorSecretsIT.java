package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnAuthenticator;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Where the secrets of second factors are, where they are not, and what happens to their keys. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class SecondFactorSecretsIT {
  private static final String PATH = AnAuthenticator.PATH;
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final String OLD = key('o');
  private static final String NEW = key('n');

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TestDatabase database;

  SecondFactorSecretsIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void no_secret_of_a_second_factor_is_in_any_table() throws SQLException {
    try (RunningPlatform platform = with(OLD)) {
      APerson person = person(platform);
      // A person's answers are not kept under a key, should he send one.
      ApiClient api = person.api().with("Idempotency-Key", "once");
      AnAuthenticator app = AnAuthenticator.turnedOnBy(api, person.password(), clock.instant());
      clock.advance(STEP.multipliedBy(3));
      String code = app.codeAt(clock.instant());
      assertThat(person.signInWith(code).status()).isEqualTo(200);
      assertThat(person.signInWith(app.backupCodes().get(0)).status()).isEqualTo(200);
      ApiAnswer renewed =
          api.post(
              PATH + "/backup-codes",
              Map.of("presentPassword", person.password(), "code", app.backupCodes().get(1)));
      List<String> secrets = new ArrayList<>(app.backupCodes());
      secrets.addAll(AnAuthenticator.codesIn(renewed));
      secrets.add(app.secret());
      assertThat(secrets).hasSize(21);
      for (String secret : secrets) {
        String bare = secret.replace("-", "");
        for (String form :
            List.of(secret, bare, bare.toUpperCase(Locale.ROOT), hex(secret), hex(bare))) {
          assertThat(EveryTable.of(database).holding(form)).as(form).isEmpty();
        }
      }
      assertThat(EveryTable.of(database).holding("\"" + code + "\"")).isEmpty();
      assertThat(EveryTable.of(database).holding(person.id().toString()))
          .contains("user_second_factors", "user_backup_codes", "audit_activities");
    }
  }

  @Test
  void without_a_key_nobody_enrols_and_who_has_a_backup_code_still_gets_in() {
    APerson person;
    AnAuthenticator app;
    try (RunningPlatform platform = with(OLD)) {
      person = person(platform);
      app = AnAuthenticator.turnedOnBy(person.api(), person.password(), clock.instant());
    }
    clock.advance(STEP.multipliedBy(3));
    try (RunningPlatform none = with("")) {
      APerson other = person(none);
      ApiClient api = other.api();
      for (int attempt = 0; attempt < 6; attempt++) {
        assertThat(said(api.post(PATH + "/enrol", Map.of("presentPassword", "wrong"))))
            .isEqualTo("501 sealing-not-configured");
      }
      assertThat(other.signIn().status()).isEqualTo(200);
      APerson there = at(none, person);
      assertThat(said(there.signInWith(app.codeAt(clock.instant()))))
          .isEqualTo("501 sealing-not-configured");
      assertThat(there.signInWith(app.backupCodes().get(0)).status()).isEqualTo(200);
    }
  }

  @Test
  void a_secret_under_an_old_key_is_sealed_anew_when_its_owner_signs_in() throws SQLException {
    APerson person;
    APerson away;
    AnAuthenticator app;
    AnAuthenticator ofAway;
    try (RunningPlatform platform = with(OLD)) {
      person = person(platform);
      away = person(platform);
      app = AnAuthenticator.turnedOnBy(person.api(), person.password(), clock.instant());
      ofAway = AnAuthenticator.turnedOnBy(away.api(), away.password(), clock.instant());
    }
    String first = sealed(person);
    clock.advance(STEP.multipliedBy(3));
    try (RunningPlatform both = with(NEW + "," + OLD)) {
      assertThat(at(both, person).signInWith(app.codeAt(clock.instant())).status()).isEqualTo(200);
      String second = sealed(person);
      assertThat(keyOf(second)).isNotEqualTo(keyOf(first));
      clock.advance(STEP);
      assertThat(at(both, person).signInWith(app.codeAt(clock.instant())).status()).isEqualTo(200);
      assertThat(sealed(person)).as("sealed once").isEqualTo(second);
    }
    clock.advance(STEP);
    try (RunningPlatform one = with(NEW)) {
      assertThat(at(one, person).signInWith(app.codeAt(clock.instant())).status()).isEqualTo(200);
      assertThat(at(one, away).signInWith(ofAway.codeAt(clock.instant())).status())
          .as("of whom the old key went too early")
          .isEqualTo(500);
      assertThat(at(one, away).signInWith(ofAway.backupCodes().get(0)).status()).isEqualTo(200);
    }
  }

  @Test
  void a_sealed_secret_that_was_moved_to_another_user_opens_nothing() throws SQLException {
    try (RunningPlatform platform = with(OLD)) {
      APerson person = person(platform);
      APerson thief = person(platform);
      AnAuthenticator.turnedOnBy(person.api(), person.password(), clock.instant());
      AnAuthenticator ofThief =
          AnAuthenticator.turnedOnBy(thief.api(), thief.password(), clock.instant());
      clock.advance(STEP.multipliedBy(3));
      try (Connection administrator = database.connectAsAdministrator();
          PreparedStatement move =
              administrator.prepareStatement(
                  "UPDATE user_second_factors SET sealed_secret = ? WHERE user_id = ?")) {
        move.setString(1, sealed(thief));
        move.setObject(2, person.id());
        assertThat(move.executeUpdate()).isEqualTo(1);
      }
      assertThat(person.signInWith(ofThief.codeAt(clock.instant())).status()).isEqualTo(500);
    }
  }

  private RunningPlatform with(String keys) {
    return RunningPlatform.on(database, clock, settings -> settings.getSealing().setKeys(keys));
  }

  private static APerson person(RunningPlatform platform) {
    return ATenant.of(platform).person(UUID.randomUUID() + "@example.com");
  }

  private static APerson at(RunningPlatform other, APerson person) {
    return new APerson(
        ApiClient.of(other), person.tenant(), person.id(), person.email(), person.password());
  }

  private String sealed(APerson person) throws SQLException {
    try (Connection administrator = database.connectAsAdministrator();
        PreparedStatement query =
            administrator.prepareStatement(
                "SELECT sealed_secret FROM user_second_factors WHERE user_id = ?")) {
      query.setObject(1, person.id());
      try (ResultSet row = query.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  private static String keyOf(String sealed) {
    String header =
        new String(
            Base64.getUrlDecoder().decode(sealed.split("\\.", -1)[0]), StandardCharsets.UTF_8);
    return header.replaceFirst(".*\"kid\":\"([^\"]+)\".*", "$1");
  }

  private static String key(char letter) {
    return Base64.getEncoder()
        .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String said(ApiAnswer answer) {
    return answer.status() + " " + answer.code();
  }
}
