package com.dotmac.platform.it.partners.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Companies that apply to become partners, and what becomes of it. */
@NeedsPlatform
class PartnerApplicationIT {
  private static final String APPLICATIONS = "/api/v1/partner-applications";
  private static final String PASSWORD = "wrong donkey charger paperclip";

  private final RunningPlatform platform;
  private final ApiClient stranger;
  private final ATenant tenant;
  private final ApiClient api;
  private final String slug;

  PartnerApplicationIT(RunningPlatform platform) {
    this.platform = platform;
    stranger = ApiClient.of(platform);
    tenant = ATenant.of(platform);
    api = tenant.api();
    slug = tenant.person("ada@tenant.example").tenant();
    tenant.takesApplications();
  }

  @Test
  void who_is_approved_is_a_partner_with_a_number_whose_owner_comes_in_by_mail() {
    ApiAnswer received = apply("Nord", "eve@nord.example");
    assertThat(received.status()).isEqualTo(202);
    assertThat(mails("eve@nord.example")).containsExactly("partner_application_received");
    ApiAnswer application = newest();
    ApiAnswer approved =
        api.ifMatch(application.etag())
            .post(path(application) + "/approve", Map.of("reason", "known"));
    assertThat(approved.text("status")).isEqualTo("approved");
    ApiAnswer partner = api.get(APartner.PATH + "/" + approved.text("partnerId"));
    assertThat(partner.text("status")).isEqualTo("active");
    assertThat(partner.text("number")).startsWith("PTR-");
    assertThat(partner.text("companyName")).isEqualTo("Nord");
    assertThat(mails("eve@nord.example"))
        .containsExactlyInAnyOrder(
            "partner_application_received", "partner_application_approved", "partner_invitation");
    ApiAnswer accepted =
        stranger.post(
            "/api/v1/partner-invitations/accept",
            Map.of(
                "token",
                APartner.tokenTo(tenant, "eve@nord.example"),
                "firstName",
                "Eve",
                "lastName",
                "Moor",
                "newPassword",
                PASSWORD));
    assertThat(accepted.status()).isEqualTo(200);
    ApiClient owner =
        new APerson(stranger, slug, UUID.randomUUID(), "eve@nord.example", PASSWORD).api();
    assertThat(owner.get("/api/v1/portal/team").column("role")).containsExactly("partner_owner");
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + application.id()).column("action"))
        .containsExactlyInAnyOrder("partner_application.approved", "partner_application.submitted");
  }

  @Test
  void who_is_rejected_is_told_and_may_apply_again() {
    apply("Nord", "eve@nord.example");
    ApiAnswer application = newest();
    ApiAnswer without =
        api.ifMatch(application.etag()).post(path(application) + "/reject", Map.of());
    assertThat(without.status()).isEqualTo(422);
    ApiAnswer rejected =
        api.ifMatch(application.etag())
            .post(path(application) + "/reject", Map.of("reason", "not our region"));
    assertThat(rejected.text("status")).isEqualTo("rejected");
    assertThat(rejected.text("decisionReason")).isEqualTo("not our region");
    assertThat(mails("eve@nord.example")).contains("partner_application_rejected");
    for (String step : List.of("approve", "reject")) {
      isAnswered(
          api.ifMatch(rejected.etag())
              .post(path(application) + "/" + step, Map.of("reason", "again")),
          "409 partner-application-decided");
    }
    assertThat(apply("Nord", "EVE@nord.example").status()).isEqualTo(202);
    assertThat(api.get(APPLICATIONS + "?status=pending").rows()).hasSize(1);
    assertThat(api.get(APPLICATIONS).rows()).hasSize(2);
  }

  @Test
  void nobody_learns_whether_an_address_applied() {
    ApiAnswer first = apply("Nord", "eve@nord.example");
    ApiAnswer second = apply("Nord", "eve@nord.example");
    assertThat(second.withoutRequestId()).isEqualTo(first.withoutRequestId());
    assertThat(second.status()).isEqualTo(202);
    List<ApiAnswer> answers = AtOnce.times(20, place -> apply("Sued", "kay@sued.example"));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
    assertThat(api.get(APPLICATIONS).rows()).hasSize(2);
    assertThat(mails("kay@sued.example")).hasSize(1);
  }

  @Test
  void of_twenty_who_approve_at_once_one_does() {
    apply("Nord", "eve@nord.example");
    ApiAnswer application = newest();
    List<ApiAnswer> answers =
        AtOnce.times(
            20, place -> api.ifMatch(application.etag()).post(path(application) + "/approve"));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(409, 412));
    assertThat(api.get(APartner.PATH).rows()).hasSize(1);
    assertThat(mails("eve@nord.example")).hasSize(3);
  }

  @Test
  void when_the_name_is_taken_nothing_of_the_approval_is_left() {
    APartner.named("Nord").createdBy(api);
    apply("Nord", "eve@nord.example");
    ApiAnswer application = newest();
    isAnswered(
        api.ifMatch(application.etag()).post(path(application) + "/approve"),
        "409 partner-company-name-taken");
    assertThat(newest().text("status")).isEqualTo("pending");
    assertThat(mails("eve@nord.example")).containsExactly("partner_application_received");
    assertThat(api.get(APartner.PATH).rows()).hasSize(1);
  }

  @Test
  void a_tenant_that_takes_none_answers_like_one_that_is_not_there() {
    ATenant closed = ATenant.of(platform);
    String other = closed.person("ada@tenant.example").tenant();
    ApiAnswer refused = stranger.post("/api/v1/apply/" + other, body("Nord", "eve@nord.example"));
    isAnswered(refused, "409 partner-applications-closed");
    assertThat(
            stranger
                .post("/api/v1/apply/nobody", body("Nord", "eve@nord.example"))
                .withoutRequestId())
        .isEqualTo(refused.withoutRequestId());
  }

  @Test
  void only_who_changes_partners_decides() {
    apply("Nord", "eve@nord.example");
    ApiAnswer application = newest();
    ApiClient reader = tenant.api(EnumSet.of(Permission.PARTNERS_READ));
    assertThat(reader.get(APPLICATIONS).rows()).hasSize(1);
    isAnswered(
        reader.ifMatch(application.etag()).post(path(application) + "/approve"),
        "403 permission-denied");
    isAnswered(api.post(path(application) + "/approve"), "428 precondition-required");
    isAnswered(
        ATenant.of(platform).api().get(path(application)), "404 partner-application-not-found");
  }

  private ApiAnswer apply(String company, String email) {
    return stranger.post("/api/v1/apply/" + slug, body(company, email));
  }

  private static Map<String, Object> body(String company, String email) {
    return Map.of("companyName", company, "contactName", "Eve Moor", "email", email);
  }

  private ApiAnswer newest() {
    return api.get(APPLICATIONS + "/" + api.get(APPLICATIONS).column("id").get(0));
  }

  private static String path(ApiAnswer application) {
    return APPLICATIONS + "/" + application.id();
  }

  private List<String> mails(String address) {
    return api.get("/api/v1/messages?recipientAddress=" + address).column("template");
  }

  private static void isAnswered(ApiAnswer answer, String expected) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo(expected);
  }
}
