package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.domain.identity.TokenText;
import com.dotmac.platform.domain.identity.links.LinkPurpose;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a link opens something: once, for a while, for one person, for one thing. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class MailedLinkIT {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ATenant tenant;
  private final FollowedLink link;

  MailedLinkIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock);
    tenant = ATenant.of(platform);
    link = new FollowedLink(ApiClient.of(platform));
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @ParameterizedTest
  @EnumSource
  void of_twenty_who_use_a_link_at_once_one_is_let_in(LinkPurpose purpose) {
    String token = token(purpose, someone(purpose));
    List<ApiAnswer> answers = AtOnce.times(20, place -> link.use(purpose, token));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(MailedLinkIT::isRefused);
    isRefused(link.use(purpose, token));
  }

  @ParameterizedTest
  @EnumSource
  void a_link_is_good_until_its_time_is_over(LinkPurpose purpose) {
    Duration life =
        switch (purpose) {
          case PASSWORD_RESET -> Duration.ofHours(1);
          case EMAIL_VERIFICATION -> Duration.ofDays(3);
          case INVITATION -> Duration.ofDays(7);
        };
    String late = token(purpose, someone(purpose));
    String lastMoment = token(purpose, someone(purpose));
    clock.advance(life.minusMillis(1));
    assertThat(link.use(purpose, lastMoment).status()).isEqualTo(200);
    clock.advance(Duration.ofMillis(1));
    isRefused(link.use(purpose, late));
  }

  @ParameterizedTest
  @EnumSource
  void a_newer_link_ends_the_older_one(LinkPurpose purpose) {
    UUID person = someone(purpose);
    String older = token(purpose, person);
    clock.advance(Duration.ofMinutes(1));
    String newer = token(purpose, person);
    isRefused(link.use(purpose, older));
    assertThat(link.use(purpose, newer).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void a_link_opens_nothing_but_what_it_is_for(LinkPurpose purpose) {
    String token = token(purpose, someone(purpose));
    for (LinkPurpose other : LinkPurpose.values()) {
      if (other != purpose) {
        isRefused(link.use(other, token));
      }
    }
    assertThat(link.use(purpose, token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void a_link_that_was_altered_or_names_another_tenant_opens_nothing(LinkPurpose purpose) {
    String token = token(purpose, someone(purpose));
    String[] parts = token.split("\\.", -1);
    String secret =
        parts[2].startsWith("A") ? "B" + parts[2].substring(1) : "A" + parts[2].substring(1);
    String elsewhere = "dmt_" + TokenText.of(ATenant.of(platform).id());
    String nowhere = "dmt_" + TokenText.of(UUID.randomUUID());
    for (String wrong :
        List.of(
            String.join(".", parts[0], parts[1], secret),
            String.join(".", parts[0], TokenText.of(UUID.randomUUID()), parts[2]),
            String.join(".", elsewhere, parts[1], parts[2]),
            String.join(".", nowhere, parts[1], parts[2]),
            token + "x",
            "dmk_" + token.substring(4),
            "garbage")) {
      isRefused(link.use(purpose, wrong));
    }
    assertThat(link.use(purpose, token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void a_link_opens_nothing_for_who_may_not_take_part_any_more(LinkPurpose purpose) {
    ATenant other = ATenant.of(platform);
    UUID disabled = someone(other, purpose);
    UUID ofSuspended = someone(other, purpose);
    String first = other.links().tokenFor(purpose, disabled);
    String second = other.links().tokenFor(purpose, ofSuspended);
    ApiClient api = other.api();
    String user = "/api/v1/users/" + disabled;
    assertThat(api.ifMatch(api.get(user).etag()).post(user + "/disable").status()).isEqualTo(200);
    isRefused(link.use(purpose, first));
    setStatus(other, "suspended");
    isRefused(link.use(purpose, second));
    setStatus(other, "active");
    assertThat(link.use(purpose, second).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void a_link_that_was_mailed_to_another_address_than_the_present_one_opens_nothing(
      LinkPurpose purpose) {
    UUID person = someone(purpose);
    String token = token(purpose, person);
    ApiClient api = tenant.api();
    String user = "/api/v1/users/" + person;
    ApiAnswer changed =
        api.ifMatch(api.get(user).etag())
            .patch(user, Map.of("email", UUID.randomUUID() + "@example.org"));
    assertThat(changed.status()).isEqualTo(200);
    isRefused(link.use(purpose, token));
  }

  @Test
  void a_link_to_choose_a_password_is_over_once_the_password_is_another() {
    APerson person = person();
    String token = token(LinkPurpose.PASSWORD_RESET, person.id());
    clock.advance(Duration.ofSeconds(1));
    ApiAnswer changed =
        person
            .api()
            .post(
                "/api/v1/me/password",
                Map.of("presentPassword", person.password(), "newPassword", "another one of mine"));
    assertThat(changed.status()).isEqualTo(200);
    isRefused(link.use(LinkPurpose.PASSWORD_RESET, token));
    assertThat(person.signIn("another one of mine").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = "EMAIL_VERIFICATION", mode = EnumSource.Mode.EXCLUDE)
  void a_password_that_is_not_good_enough_does_not_use_up_the_link(LinkPurpose purpose) {
    String token = token(purpose, someone(purpose));
    ApiAnswer refused = link.choose(purpose, token, "short");
    assertThat(refused.status() + " " + refused.code()).isEqualTo("422 password-refused");
    assertThat(link.use(purpose, token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void no_table_holds_a_link_nor_what_it_is_made_of(LinkPurpose purpose) throws SQLException {
    String token = token(purpose, someone(purpose));
    everywhere(token);
    assertThat(link.use(purpose, token).status()).isEqualTo(200);
    everywhere(token);
  }

  private void everywhere(String token) throws SQLException {
    String secret = token.substring(token.lastIndexOf('.') + 1);
    EveryTable tables = EveryTable.of(database);
    assertThat(tables.holding(secret)).isEmpty();
    assertThat(tables.holding(hex(secret.getBytes(StandardCharsets.UTF_8)))).isEmpty();
    assertThat(tables.holding(hex(Base64.getUrlDecoder().decode(secret)))).isEmpty();
    assertThat(tables.holding(FollowedLink.NEW_PASSWORD)).isEmpty();
  }

  @Test
  void links_that_are_long_over_go_with_later_ones() throws SQLException {
    ATenant other = ATenant.of(platform);
    for (int person = 0; person < 3; person++) {
      other
          .links()
          .tokenFor(LinkPurpose.PASSWORD_RESET, someone(other, LinkPurpose.PASSWORD_RESET));
    }
    clock.advance(Duration.ofDays(2));
    for (int person = 0; person < 2; person++) {
      other
          .links()
          .tokenFor(LinkPurpose.PASSWORD_RESET, someone(other, LinkPurpose.PASSWORD_RESET));
    }
    try (var connection = database.connectAsApp(other.id());
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM user_tokens")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(2);
    }
  }

  private String token(LinkPurpose purpose, UUID userId) {
    return tenant.links().tokenFor(purpose, userId);
  }

  private UUID someone(LinkPurpose purpose) {
    return someone(tenant, purpose);
  }

  /** Somebody who can get such a mail. */
  private static UUID someone(ATenant tenant, LinkPurpose purpose) {
    String email = UUID.randomUUID() + "@example.com";
    return purpose == LinkPurpose.INVITATION ? tenant.user(email) : tenant.person(email).id();
  }

  private APerson person() {
    return tenant.person(UUID.randomUUID() + "@example.com", StandardRole.AUDITOR);
  }

  private void setStatus(ATenant of, String status) {
    database.administer(
        "UPDATE tenants SET status = '%s' WHERE id = '%s'".formatted(status, of.id()));
  }

  private static void isRefused(ApiAnswer answer) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo("410 link-refused");
    assertThat(answer.text("detail"))
        .isEqualTo(
            "The link was used, has expired, or a newer one took its place; ask for another one.");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
