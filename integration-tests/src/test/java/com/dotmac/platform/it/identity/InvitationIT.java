package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.domain.identity.links.LinkPurpose;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Who may be invited, by whom, and what an invitation does not show. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class InvitationIT {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;

  InvitationIT(TestDatabase database) {
    platform = RunningPlatform.on(database, clock);
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void who_has_a_password_or_is_disabled_is_not_invited() {
    APerson person = tenant.person("ada@example.com");
    isAnswered(invite(api, person.id()), "409 user-has-password");
    UUID disabled = tenant.user("off@example.com");
    String path = "/api/v1/users/" + disabled;
    assertThat(api.ifMatch(api.get(path).etag()).post(path + "/disable").status()).isEqualTo(200);
    isAnswered(invite(api, disabled), "409 user-disabled");
    isAnswered(invite(api, UUID.randomUUID()), "404 user-not-found");
    isAnswered(invite(ATenant.of(platform).api(), disabled), "404 user-not-found");
  }

  @Test
  void nobody_invites_who_may_do_more_than_he_himself() {
    ApiAnswer strong =
        api.post(
            "/api/v1/users",
            Map.of(
                "email", "strong@example.com",
                "displayName", "Strong",
                "standardRoles", List.of("tenant_administrator")));
    ApiClient weak = tenant.api(EnumSet.of(Permission.USERS_WRITE));
    isAnswered(invite(weak, strong.id()), "403 user-grants-too-much");
    assertThat(invite(api, strong.id()).status()).isEqualTo(202);
  }

  @Test
  void who_is_invited_again_has_one_link_that_is_good_the_newest() {
    UUID user = tenant.user("grace@example.com");
    FollowedLink link = new FollowedLink(ApiClient.of(platform));
    String first = tenant.links().tokenIn(invite(api, user).id());
    isAnswered(invite(api, user), "409 mail-written-recently");
    clock.advance(Duration.ofMinutes(1));
    String second = tenant.links().tokenIn(invite(api, user).id());
    isAnswered(link.use(LinkPurpose.INVITATION, first), "410 link-refused");
    assertThat(link.use(LinkPurpose.INVITATION, second).status()).isEqualTo(200);
    isAnswered(invite(api, user), "409 user-has-password");
  }

  @Test
  void who_was_given_a_password_otherwise_accepts_no_invitation() {
    UUID user = tenant.user("bea@example.com");
    FollowedLink link = new FollowedLink(ApiClient.of(platform));
    String first = tenant.links().tokenIn(invite(api, user).id());
    tenant.setPassword(user, "bea@example.com");
    isAnswered(link.use(LinkPurpose.INVITATION, first), "410 link-refused");
  }

  @Test
  void neither_the_log_of_messages_nor_the_audit_trail_nor_a_repeated_answer_shows_the_link() {
    UUID user = tenant.user("kay@example.com");
    ApiClient repeated = api.with("Idempotency-Key", "invite-kay");
    ApiAnswer invited = invite(repeated, user);
    String token = tenant.links().tokenIn(invited.id());
    String secret = token.substring(token.lastIndexOf('.') + 1);
    ApiAnswer again = invite(repeated, user);
    assertThat(again.body()).isEqualTo(invited.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    for (ApiAnswer answer :
        List.of(
            invited,
            api.get("/api/v1/messages?recipientAddress=kay@example.com"),
            api.get("/api/v1/messages/" + invited.id()),
            api.get("/api/v1/audit-activities?resourceId=" + user),
            api.get("/api/v1/users/" + user))) {
      assertThat(answer.status()).isBetween(200, 202);
      assertThat(answer.body()).doesNotContain(secret, "dmt_");
    }
  }

  @Test
  void a_key_has_no_address_to_verify_and_a_person_is_not_mailed_twice_a_minute() {
    isAnswered(api.post("/api/v1/me/email-verification"), "403 permission-denied");
    ApiClient person = tenant.person("lea@example.com", StandardRole.AUDITOR).api();
    assertThat(person.post("/api/v1/me/email-verification").status()).isEqualTo(202);
    isAnswered(person.post("/api/v1/me/email-verification"), "409 mail-written-recently");
  }

  private static ApiAnswer invite(ApiClient caller, UUID user) {
    return caller.post("/api/v1/users/" + user + "/invite");
  }

  private static void isAnswered(ApiAnswer answer, String expected) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo(expected);
  }
}
