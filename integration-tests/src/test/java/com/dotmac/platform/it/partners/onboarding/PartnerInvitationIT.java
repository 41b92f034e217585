package com.dotmac.platform.it.partners.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ASeat;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.StatementCount;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Who is invited to act for a partner, and how he accepts. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class PartnerInvitationIT {
  private static final String BACK = "/api/v1/partner-invitations";
  private static final String PASSWORD = "wrong donkey charger paperclip";

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RunningPlatform platform;
  private final ApiClient stranger;
  private ATenant tenant;
  private ApiClient api;
  private ApiAnswer partner;

  PartnerInvitationIT(TestDatabase database) {
    platform = RunningPlatform.on(database, clock, RunningPlatform::doesNothingByItself);
    stranger = ApiClient.of(platform);
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().createdBy(api, "active");
  }

  @BeforeEach
  void anew() {
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().createdBy(api, "active");
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void a_stranger_accepts_signs_in_and_acts_for_the_partner() {
    ApiAnswer invitation = invite("Eve@Partner.example", "finance");
    assertThat(invitation.status()).isEqualTo(201);
    assertThat(invitation.text("email")).isEqualTo("eve@partner.example");
    assertThat(invitation.text("status")).isEqualTo("pending");
    assertThat(invitation.text("expiresAt"))
        .isEqualTo(clock.instant().plus(Duration.ofDays(7)).toString());
    ApiAnswer accepted = accept(APartner.tokenTo(tenant, "eve@partner.example"));
    assertThat(accepted.status()).isEqualTo(200);
    APerson eve =
        new APerson(
            stranger, accepted.text("tenant"), UUID.randomUUID(), accepted.text("email"), PASSWORD);
    ApiClient signedIn = eve.api();
    ApiAnswer me = signedIn.get("/api/v1/me");
    assertThat(me.json().path("emailVerified").asBoolean()).isTrue();
    assertThat(me.text("name")).isEqualTo("Eve Moor");
    assertThat(me.json().path("permissions")).isEmpty();
    assertThat(me.json().at("/partners/0/role").asText()).isEqualTo("finance");
    assertThat(signedIn.get("/api/v1/portal/profile").text("id")).isEqualTo(partner.text("id"));
    assertThat(api.get(path(invitation)).text("status")).isEqualTo("accepted");
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + invitation.id()).column("action"))
        .containsExactlyInAnyOrder("partner_invitation.accepted", "partner_invitation.sent");
  }

  @Test
  void a_link_opens_something_once_also_when_twenty_follow_it_at_once() {
    invite("eve@partner.example", "finance");
    String token = APartner.tokenTo(tenant, "eve@partner.example");
    List<ApiAnswer> answers = AtOnce.times(20, place -> accept(token));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("link-refused"));
    assertThat(api.get(APartner.path(partner) + "/users").rows()).hasSize(1);
    assertThat(api.get("/api/v1/users?search=eve@partner.example").rows()).hasSize(1);
  }

  @Test
  void whatever_is_wrong_with_a_link_the_answer_is_the_same_and_takes_as_many_statements() {
    ApiAnswer revoked = invite("a@partner.example", "finance");
    String ofRevoked = APartner.tokenTo(tenant, "a@partner.example");
    revoke(revoked);
    String good = APartner.invited(tenant, api, partner.text("id"), "b@partner.example", "finance");
    String otherSecret = good.substring(0, good.length() - 2) + "xx";
    String ofNobody = good.replaceFirst("\\.[\\w-]{22}\\.", ".AAAAAAAAAAAAAAAAAAAAAA.");
    StatementCount statements = StatementCount.of(platform.sessionFactory());
    ApiAnswer first = accept(ofNobody);
    isAnswered(first, "410 link-refused");
    long before = statements.prepared();
    accept(ofNobody);
    long ofUnknown = statements.prepared() - before;
    for (String token : List.of(ofRevoked, otherSecret)) {
      before = statements.prepared();
      assertThat(accept(token).withoutRequestId()).isEqualTo(first.withoutRequestId());
      assertThat(statements.prepared() - before).isEqualTo(ofUnknown);
    }
    assertThat(accept("dmt_x").withoutRequestId()).isEqualTo(first.withoutRequestId());
    assertThat(accept(good).status()).isEqualTo(200);
  }

  @Test
  void after_seven_days_an_invitation_is_expired_and_the_address_is_invited_anew() {
    ApiAnswer invitation = invite("eve@partner.example", "finance");
    String token = APartner.tokenTo(tenant, "eve@partner.example");
    isAnswered(invite("eve@partner.example", "finance"), "409 partner-invitation-open");
    clock.advance(Duration.ofDays(7));
    isAnswered(accept(token), "410 link-refused");
    assertThat(api.get(path(invitation)).text("status")).isEqualTo("expired");
    isAnswered(resend(invitation), "409 partner-invitation-ended");
    isAnswered(revoke(invitation), "409 partner-invitation-ended");
    assertThat(invite("eve@partner.example", "finance").status()).isEqualTo(201);
    ApiAnswer expired = api.get(path(invitation));
    assertThat(expired.text("status")).isEqualTo("expired");
    assertThat(expired.json().path("endedAt").isNull()).isFalse();
  }

  @Test
  void an_invitation_that_is_sent_again_has_one_good_link_the_newest_and_seven_new_days() {
    ApiAnswer invitation = invite("eve@partner.example", "finance");
    String first = APartner.tokenTo(tenant, "eve@partner.example");
    clock.advance(Duration.ofDays(6));
    ApiAnswer resent = resend(invitation);
    assertThat(resent.json().path("mailedCount").asInt()).isEqualTo(2);
    isAnswered(resend(invitation), "412 version-conflict");
    clock.advance(Duration.ofDays(6));
    isAnswered(accept(first), "410 link-refused");
    assertThat(accept(APartner.tokenTo(tenant, "eve@partner.example")).status()).isEqualTo(200);
  }

  @Test
  void an_address_gets_five_such_mails_a_day_at_the_most() {
    ApiAnswer invitation = invite("eve@partner.example", "finance");
    for (int again = 2; again <= 4; again++) {
      invitation = resend(invitation);
    }
    revoke(invitation);
    ApiAnswer last = invite("eve@partner.example", "finance");
    assertThat(last.status()).isEqualTo(201);
    String newest = invitations() + "/" + last.id();
    isAnswered(
        api.ifMatch(api.get(newest).etag()).post(newest + "/resend"), "409 mail-written-recently");
    clock.advance(Duration.ofDays(1));
    assertThat(api.ifMatch(api.get(newest).etag()).post(newest + "/resend").status())
        .isEqualTo(200);
  }

  @Test
  void who_has_a_login_shows_by_signing_in_that_it_is_his() {
    APerson ada = tenant.person("ada@tenant.example");
    APerson eve = tenant.person("eve@tenant.example");
    invite("ada@tenant.example", "partner_admin");
    String token = APartner.tokenTo(tenant, "ada@tenant.example");
    isAnswered(accept(token), "409 partner-invitation-login-exists");
    isAnswered(join(eve.api(), token), "410 link-refused");
    isAnswered(join(api, token), "403 permission-denied");
    isAnswered(join(stranger, token), "401 unauthenticated");
    ApiAnswer joined = join(ada.api(), token);
    assertThat(joined.text("role")).isEqualTo("partner_admin");
    assertThat(ada.api().get("/api/v1/portal/profile").text("id")).isEqualTo(partner.text("id"));
    isAnswered(join(ada.api(), token), "410 link-refused");
    isAnswered(invite("ada@tenant.example", "finance"), "409 partner-user-email-taken");
  }

  @Test
  void a_person_without_a_login_gets_one_and_keeps_his_name() {
    ApiAnswer known =
        api.post(
            APartner.path(partner) + "/users",
            Map.of(
                "firstName", "Evelyn",
                "lastName", "Moor",
                "email", "eve@partner.example",
                "role", "finance"));
    String token =
        APartner.invited(tenant, api, partner.text("id"), "eve@partner.example", "account_manager");
    assertThat(accept(token).status()).isEqualTo(200);
    ApiAnswer now = api.get(APartner.path(partner) + "/users/" + known.id());
    assertThat(now.text("firstName")).isEqualTo("Evelyn");
    assertThat(now.text("role")).isEqualTo("account_manager");
    assertThat(now.json().path("userId").isNull()).isFalse();
    assertThat(api.get(APartner.path(partner) + "/users").rows()).hasSize(1);
  }

  @Test
  void a_password_that_is_refused_uses_nothing_up() {
    String token =
        APartner.invited(tenant, api, partner.text("id"), "eve@partner.example", "finance");
    isAnswered(
        stranger.post(
            BACK + "/accept",
            Map.of(
                "token", token,
                "firstName", "Eve",
                "lastName", "Moor",
                "newPassword", "eve@partner.example")),
        "422 password-refused");
    assertThat(accept(token).status()).isEqualTo(200);
  }

  @Test
  void in_the_portal_owners_and_admins_invite_and_only_owners_invite_owners() {
    ApiClient owner = ASeat.at(tenant, partner, "partner_owner").api();
    ApiClient admin = ASeat.at(tenant, partner, "partner_admin").api();
    String portal = "/api/v1/portal/invitations";
    Map<String, String> wish = Map.of("email", "o@partner.example", "role", "partner_owner");
    isAnswered(admin.post(portal, wish), "403 partner-user-owners-only");
    ApiAnswer ofOwner = owner.post(portal, wish);
    assertThat(ofOwner.status()).isEqualTo(201);
    String one = portal + "/" + ofOwner.id();
    isAnswered(admin.ifMatch(ofOwner.etag()).post(one + "/revoke"), "403 partner-user-owners-only");
    isAnswered(admin.ifMatch(ofOwner.etag()).post(one + "/resend"), "403 partner-user-owners-only");
    assertThat(admin.get(portal).rows()).hasSize(1);
    assertThat(owner.ifMatch(ofOwner.etag()).post(one + "/revoke").text("status"))
        .isEqualTo("revoked");
    ApiClient finance = ASeat.at(tenant, partner, "finance").api();
    isAnswered(finance.get(portal), "403 permission-denied");
    ApiClient other =
        ASeat.at(tenant, APartner.any().createdBy(api, "active"), "partner_owner").api();
    assertThat(other.get(portal).rows()).isEmpty();
    isAnswered(other.get(one), "404 partner-invitation-not-found");
  }

  @Test
  void one_key_means_one_request_for_each_partner() {
    ApiAnswer other = APartner.any().createdBy(api, "active");
    APerson person = tenant.person("both@partner.example");
    ApiClient both =
        ASeat.of(person, tenant, partner, "partner_owner").api().with("Idempotency-Key", "same");
    ASeat.of(person, tenant, other, "partner_owner");
    String portal = "/api/v1/portal/invitations";
    Map<String, String> wish = Map.of("email", "new@partner.example", "role", "finance");
    ApiAnswer first = both.with("Partner-Id", partner.text("id")).post(portal, wish);
    ApiAnswer second = both.with("Partner-Id", other.text("id")).post(portal, wish);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text("id")).isNotEqualTo(first.text("id"));
    ApiAnswer again = both.with("Partner-Id", partner.text("id")).post(portal, wish);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void a_partner_who_is_gone_takes_nobody_in() {
    String token =
        APartner.invited(tenant, api, partner.text("id"), "eve@partner.example", "finance");
    ApiAnswer terminated = APartner.step(api, partner, "terminate");
    isAnswered(accept(token), "410 link-refused");
    APartner.step(api, terminated, "archive");
    isAnswered(invite("b@partner.example", "finance"), "409 partner-archived");
  }

  private String invitations() {
    return APartner.path(partner) + "/invitations";
  }

  private String path(ApiAnswer invitation) {
    return invitations() + "/" + invitation.id();
  }

  private ApiAnswer invite(String email, String role) {
    return api.post(invitations(), Map.of("email", email, "role", role));
  }

  private ApiAnswer resend(ApiAnswer invitation) {
    return api.ifMatch(invitation.etag()).post(path(invitation) + "/resend");
  }

  private ApiAnswer revoke(ApiAnswer invitation) {
    return api.ifMatch(invitation.etag()).post(path(invitation) + "/revoke");
  }

  private ApiAnswer accept(String token) {
    return stranger.post(
        BACK + "/accept",
        Map.of("token", token, "firstName", "Eve", "lastName", "Moor", "newPassword", PASSWORD));
  }

  private static ApiAnswer join(ApiClient caller, String token) {
    return caller.post(
        BACK + "/join", Map.of("token", token, "firstName", "Ada", "lastName", "Berg"));
  }

  private static void isAnswered(ApiAnswer answer, String expected) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo(expected);
  }
}
