package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.domain.identity.links.LinkPurpose;
import com.dotmac.platform.it.communications.ReceivingServer;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From asking for a link, over a real mail server, to what it opens. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkByMailIT {
  private static final String RESETS = "/api/v1/password-resets";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final ReceivingServer mail = new ReceivingServer();
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ATenant tenant;
  private final FollowedLink link;

  LinkByMailIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock, mail.settings());
    tenant = ATenant.of(platform);
    link = new FollowedLink(ApiClient.of(platform));
  }

  @AfterAll
  void stop() {
    platform.close();
    mail.close();
  }

  @Test
  void who_forgot_his_password_chooses_another_and_everybody_who_had_signed_in_is_out() {
    APerson person = tenant.person("ada@example.com", StandardRole.AUDITOR);
    ApiClient before = person.api();
    for (int guess = 0; guess < 5; guess++) {
      person.signIn("guess number " + guess);
    }
    assertThat(person.signIn().status()).as("locked").isEqualTo(401);

    ApiAnswer asked = ask(person.tenant(), "Ada@Example.com");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.body()).isEqualTo("{\"expiresInSeconds\":3600}");
    String token = tokenMailedTo("ada@example.com", "password-reset");
    ApiAnswer done = link.use(LinkPurpose.PASSWORD_RESET, token);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.text("tenant")).isEqualTo(person.tenant());
    assertThat(done.text("email")).isEqualTo("ada@example.com");

    assertThat(before.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(person.signIn().status()).isEqualTo(401);
    assertThat(person.signIn(FollowedLink.NEW_PASSWORD).status()).isEqualTo(200);
    assertThat(user(person.id()).text("emailVerifiedAt")).isEqualTo(clock.instant().toString());
    assertThat(actions(person.id()))
        .contains(
            "user.email_verified",
            "user.password_set",
            "user.password_reset_completed",
            "user.password_reset_mailed");
    assertThat(endReasons()).contains("password_reset");
    mail.awaitMailTo("ada@example.com", "was changed");
  }

  @Test
  void who_changes_his_password_himself_is_told_so() {
    APerson person = tenant.person("kim@example.com");
    ApiAnswer changed =
        person
            .api()
            .post(
                "/api/v1/me/password",
                Map.of(
                    "presentPassword",
                    person.password(),
                    "newPassword",
                    FollowedLink.NEW_PASSWORD));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(ReceivingServer.body(mail.awaitMailTo("kim@example.com", "was changed")))
        .doesNotContain(FollowedLink.NEW_PASSWORD, person.password());
  }

  @Test
  void who_is_invited_chooses_his_first_password_and_signs_in() {
    ApiAnswer user =
        tenant
            .api()
            .post(
                "/api/v1/users",
                Map.of(
                    "email", "grace@example.com",
                    "displayName", "Grace Berg",
                    "standardRoles", List.of("auditor")));
    ApiAnswer invited = tenant.api().post("/api/v1/users/" + user.id() + "/invite");
    assertThat(invited.status()).as(invited.body()).isEqualTo(202);
    assertThat(invited.text("recipientAddress")).isEqualTo("grace@example.com");
    assertThat(invited.text("expiresAt"))
        .isEqualTo(clock.instant().plus(Duration.ofDays(7)).toString());
    assertThat(tenant.api().get("/api/v1/messages/" + invited.id()).text("template"))
        .isEqualTo("user_invitation");

    String token = tokenMailedTo("grace@example.com", "invitation");
    ApiAnswer accepted = link.use(LinkPurpose.INVITATION, token);
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    APerson grace =
        new APerson(
            ApiClient.of(platform),
            accepted.text("tenant"),
            user.id(),
            accepted.text("email"),
            FollowedLink.NEW_PASSWORD);
    assertThat(grace.api().get("/api/v1/users").status()).isEqualTo(200);
    assertThat(user(user.id()).text("emailVerifiedAt")).isEqualTo(clock.instant().toString());
    assertThat(actions(user.id()))
        .contains("user.invitation_mailed", "user.invitation_completed", "user.password_set");
  }

  @Test
  void who_signed_in_shows_that_his_address_is_his_and_another_one_is_to_be_shown_anew() {
    APerson person = tenant.person("ida@example.com");
    ApiAnswer asked = person.api().post("/api/v1/me/email-verification");
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    String token = tokenMailedTo("ida@example.com", "email-verification");
    assertThat(link.use(LinkPurpose.EMAIL_VERIFICATION, token).status()).isEqualTo(200);
    ApiAnswer verified = user(person.id());
    assertThat(verified.text("emailVerifiedAt")).isEqualTo(clock.instant().toString());
    ApiAnswer changed =
        tenant
            .api()
            .ifMatch(verified.etag())
            .patch("/api/v1/users/" + person.id(), Map.of("email", "ida@example.org"));
    assertThat(changed.json().path("emailVerifiedAt").isNull()).isTrue();
  }

  @Test
  void whoever_cannot_sign_in_with_a_password_gets_no_mail() throws Exception {
    APerson disabled = tenant.person("off@example.com");
    ApiAnswer read = user(disabled.id());
    tenant.api().ifMatch(read.etag()).post("/api/v1/users/" + disabled.id() + "/disable");
    tenant.user("bare@example.com");
    ATenant suspended = ATenant.of(platform);
    APerson ofSuspended = suspended.person("sue@example.com");
    database.administer(
        "UPDATE tenants SET status = 'suspended' WHERE id = '" + suspended.id() + "'");
    String slug = disabled.tenant();
    for (String email : List.of("off@example.com", "bare@example.com", "nobody@example.com")) {
      assertThat(ask(slug, email).status()).as(email).isEqualTo(202);
    }
    assertThat(ask(ofSuspended.tenant(), "sue@example.com").status()).isEqualTo(202);
    assertThat(ask("no-such-tenant", "sue@example.com").status()).isEqualTo(202);

    await()
        .atMost(SOON)
        .until(() -> count("scheduled_tasks WHERE task_name <> 'send-message'") == 0);
    for (String email :
        List.of("off@example.com", "bare@example.com", "nobody@example.com", "sue@example.com")) {
      assertThat(count("communication_messages WHERE recipient_address = '" + email + "'"))
          .as(email)
          .isZero();
    }
  }

  private ApiAnswer ask(String slug, String email) {
    return ApiClient.of(platform).post(RESETS, Map.of("tenant", slug, "email", email));
  }

  private String tokenMailedTo(String address, String page) {
    String begin = "\nhttps://billing.example/" + page + "#token=";
    String body = ReceivingServer.body(mail.awaitMailTo(address, begin));
    int from = body.indexOf(begin) + begin.length();
    return body.substring(from, body.indexOf('\n', from));
  }

  private ApiAnswer user(UUID id) {
    return tenant.api().get("/api/v1/users/" + id);
  }

  private List<String> actions(UUID resource) {
    return tenant.api().get("/api/v1/audit-activities?resourceId=" + resource).column("action");
  }

  private List<String> endReasons() {
    return tenant.api().get("/api/v1/audit-activities?action=session.ended").rows().stream()
        .map(row -> row.path("after").path("endReason").asText())
        .toList();
  }

  private int count(String from) throws Exception {
    try (Connection administrator = database.connectAsAdministrator();
        Statement statement = administrator.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + from)) {
      row.next();
      return row.getInt(1);
    }
  }
}
