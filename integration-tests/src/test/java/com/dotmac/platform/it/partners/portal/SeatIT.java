package com.dotmac.platform.it.partners.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ASeat;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.security.Endpoint;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who acts for a partner in his portal, and for which. */
@NeedsPlatform
class SeatIT {
  private static final String PROFILE = "/api/v1/portal/profile";

  /** Which role is let through to which endpoint; everything else is refused. */
  private static final Map<String, Set<String>> LET_THROUGH =
      Map.ofEntries(
          Map.entry(
              "GET /api/v1/portal/profile",
              of("partner_owner partner_admin account_manager finance")),
          Map.entry("PATCH /api/v1/portal/profile", of("partner_owner partner_admin")),
          Map.entry(
              "GET /api/v1/portal/accounts",
              of("partner_owner partner_admin account_manager finance")),
          Map.entry(
              "GET /api/v1/portal/team", of("partner_owner partner_admin account_manager finance")),
          Map.entry(
              "GET /api/v1/portal/team/{id}",
              of("partner_owner partner_admin account_manager finance")),
          Map.entry("PATCH /api/v1/portal/team/{id}", of("partner_owner partner_admin")),
          Map.entry("DELETE /api/v1/portal/team/{id}", of("partner_owner partner_admin")),
          Map.entry("GET /api/v1/portal/invitations", of("partner_owner partner_admin")),
          Map.entry("POST /api/v1/portal/invitations", of("partner_owner partner_admin")),
          Map.entry("GET /api/v1/portal/invitations/{id}", of("partner_owner partner_admin")),
          Map.entry(
              "POST /api/v1/portal/invitations/{id}/resend", of("partner_owner partner_admin")),
          Map.entry(
              "POST /api/v1/portal/invitations/{id}/revoke", of("partner_owner partner_admin")),
          Map.entry("GET /api/v1/portal/dashboard", of("partner_owner partner_admin finance")),
          Map.entry(
              "GET /api/v1/portal/commission-events", of("partner_owner partner_admin finance")),
          Map.entry(
              "GET /api/v1/portal/commission-events/{id}",
              of("partner_owner partner_admin finance")),
          Map.entry("GET /api/v1/portal/payouts", of("partner_owner partner_admin finance")),
          Map.entry("GET /api/v1/portal/payouts/{id}", of("partner_owner partner_admin finance")),
          Map.entry(
              "GET /api/v1/portal/payouts/{id}/lines", of("partner_owner partner_admin finance")),
          Map.entry("GET /api/v1/portal/metrics", of("partner_owner partner_admin finance")),
          Map.entry("GET /api/v1/portal/statements", of("partner_owner partner_admin finance")),
          Map.entry(
              "GET /api/v1/portal/statements/{id}", of("partner_owner partner_admin finance")),
          Map.entry(
              "GET /api/v1/portal/statements/{id}/lines",
              of("partner_owner partner_admin finance")),
          Map.entry(
              "GET /api/v1/portal/statements/{id}/csv", of("partner_owner partner_admin finance")),
          Map.entry(
              "GET /api/v1/portal/statements/{id}/pdf", of("partner_owner partner_admin finance")),
          Map.entry("GET /api/v1/portal/reconciliation", of("partner_owner partner_admin finance")),
          Map.entry("GET /api/v1/portal/payee-accounts", of("partner_owner partner_admin finance")),
          Map.entry(
              "GET /api/v1/portal/payee-accounts/{id}", of("partner_owner partner_admin finance")),
          Map.entry(
              "POST /api/v1/portal/payee-accounts", of("partner_owner partner_admin finance")),
          Map.entry(
              "GET /api/v1/portal/referrals", of("partner_owner partner_admin account_manager")),
          Map.entry(
              "POST /api/v1/portal/referrals", of("partner_owner partner_admin account_manager")),
          Map.entry(
              "GET /api/v1/portal/referrals/{id}",
              of("partner_owner partner_admin account_manager")),
          Map.entry(
              "PATCH /api/v1/portal/referrals/{id}",
              of("partner_owner partner_admin account_manager")),
          Map.entry(
              "POST /api/v1/portal/referrals/{id}/withdraw",
              of("partner_owner partner_admin account_manager")));

  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;
  private final ApiAnswer partner;

  SeatIT(RunningPlatform platform) {
    this.platform = platform;
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().createdBy(api, "active");
  }

  private static Set<String> of(String roles) {
    return new TreeSet<>(Set.of(roles.split(" ")));
  }

  @Test
  void each_role_is_let_through_to_what_it_may_do_and_to_nothing_else() {
    Map<String, Set<String>> through = new TreeMap<>();
    for (String role :
        new String[] {"partner_owner", "partner_admin", "account_manager", "finance"}) {
      ApiClient person = ASeat.at(tenant, partner, role).api();
      for (Endpoint endpoint : Endpoint.all()) {
        if (endpoint.template().startsWith("/api/v1/portal/")) {
          ApiAnswer answer = person.send(endpoint.verb(), endpoint.addressOfNothing(), null);
          if (answer.status() == 403) {
            assertThat(answer.text("detail")).contains(role);
          } else {
            through.computeIfAbsent(endpoint.toString(), any -> new TreeSet<>()).add(role);
          }
        }
      }
    }
    assertThat(through).isEqualTo(new TreeMap<>(LET_THROUGH));
  }

  @Test
  void who_is_only_a_partners_person_can_do_nothing_else_in_the_tenant() {
    ApiClient owner = ASeat.at(tenant, partner, "partner_owner").api();
    assertThat(Endpoint.all())
        .filteredOn(endpoint -> endpoint.permission() != null)
        .hasSizeGreaterThan(50)
        .allSatisfy(
            endpoint ->
                assertThat(owner.send(endpoint.verb(), endpoint.addressOfNothing(), null).code())
                    .as("%s", endpoint)
                    .isEqualTo("permission-denied"));
    assertThat(owner.get("/api/v1/me").json().path("permissions")).isEmpty();
  }

  @Test
  void me_tells_for_which_partners_one_acts_and_what_one_may_do_there() {
    ApiClient finance = ASeat.at(tenant, partner, "finance").api();
    ApiAnswer me = finance.get("/api/v1/me");
    assertThat(me.json().at("/partners/0/partnerId").asText()).isEqualTo(partner.text("id"));
    assertThat(me.json().at("/partners/0/number").asText()).isEqualTo(partner.text("number"));
    assertThat(me.json().at("/partners/0/role").asText()).isEqualTo("finance");
    assertThat(me.json().at("/partners/0/powers").toString())
        .isEqualTo("[\"change_payout_details\",\"see_money\",\"see_partner\"]");
    assertThat(api.get("/api/v1/me").json().path("partners")).isEmpty();
  }

  @Test
  void who_acts_for_one_partner_need_not_say_for_which() {
    ASeat owner = ASeat.at(tenant, partner, "partner_owner");
    assertThat(owner.api().get(PROFILE).text("id")).isEqualTo(partner.text("id"));
    assertThat(named(owner.api(), partner).get(PROFILE).text("id")).isEqualTo(partner.text("id"));
  }

  @Test
  void who_acts_for_two_says_for_which() {
    ApiAnswer other = APartner.any().createdBy(api, "active");
    APerson person = tenant.person("both@partner.example");
    ApiClient both = ASeat.of(person, tenant, partner, "finance").api();
    ASeat.of(person, tenant, other, "partner_owner");
    isAnswered(both.get(PROFILE), "400 partner-id-required");
    assertThat(named(both, partner).get(PROFILE).text("id")).isEqualTo(partner.text("id"));
    assertThat(named(both, other).get(PROFILE).text("id")).isEqualTo(other.text("id"));
    // In each place he has the role that he has there.
    isAnswered(named(both, partner).patch(PROFILE, Map.of()), "403 permission-denied");
    isAnswered(named(both, other).patch(PROFILE, Map.of()), "428 precondition-required");
    for (String nonsense : new String[] {"PTR-000001", "", "1-1-1-1-1"}) {
      isAnswered(both.with("Partner-Id", nonsense).get(PROFILE), "400 invalid-parameter");
    }
  }

  @Test
  void a_key_that_was_used_for_one_partner_is_free_for_the_other() {
    ApiAnswer other = APartner.any().createdBy(api, "active");
    APerson person = tenant.person("twice@partner.example");
    ApiClient both = ASeat.of(person, tenant, partner, "partner_owner").api().once();
    ASeat.of(person, tenant, other, "partner_owner");
    Map<String, Object> guest = Map.of("email", "guest@partner.example", "role", "finance");
    ApiAnswer here = named(both, partner).post("/api/v1/portal/invitations", guest);
    ApiAnswer there = named(both, other).post("/api/v1/portal/invitations", guest);

    assertThat(here.status()).as(here.body()).isEqualTo(201);
    assertThat(there.status()).as(there.body()).isEqualTo(201);
    assertThat(there.text("id")).isNotEqualTo(here.text("id"));
    assertThat(named(both, other).get("/api/v1/portal/invitations").rows()).hasSize(1);
    assertThat(named(both, partner).post("/api/v1/portal/invitations", guest).text("id"))
        .isEqualTo(here.text("id"));
  }

  @Test
  void nobody_acts_for_a_partner_who_is_not_his() {
    ApiAnswer other = APartner.any().createdBy(api, "active");
    ApiClient owner = ASeat.at(tenant, partner, "partner_owner").api();
    ApiAnswer ofAnother = named(owner, other).get(PROFILE);
    isAnswered(ofAnother, "403 permission-denied");
    assertThat(ofAnother.withoutRequestId())
        .isEqualTo(
            owner.with("Partner-Id", UUID.randomUUID().toString()).get(PROFILE).withoutRequestId());
    isAnswered(
        tenant.person("nobody@tenant.example", StandardRole.AUDITOR).api().get(PROFILE),
        "403 permission-denied");
  }

  @Test
  void who_was_let_go_is_out_from_the_next_request_on() {
    ASeat.at(tenant, partner, "partner_owner");
    ASeat gone = ASeat.at(tenant, partner, "partner_admin");
    assertThat(gone.api().get(PROFILE).status()).isEqualTo(200);
    String user = APartner.path(partner) + "/users/" + gone.user().id();
    assertThat(api.ifMatch(gone.user().etag()).delete(user).status()).isEqualTo(200);
    isAnswered(gone.api().get(PROFILE), "403 permission-denied");
    isAnswered(named(gone.api(), partner).get(PROFILE), "403 permission-denied");
  }

  @Test
  void the_portal_is_closed_before_and_after_and_read_only_while_the_partner_is_not_at_work() {
    ApiAnswer fresh = APartner.any().createdBy(api);
    ApiClient owner = ASeat.at(tenant, fresh, "partner_owner").api();
    isAnswered(owner.get(PROFILE), "403 portal-closed");
    ApiAnswer now = APartner.step(api, fresh, "activate");
    now = APartner.step(api, now, "suspend");
    ApiAnswer read = owner.get(PROFILE);
    assertThat(read.text("status")).isEqualTo("suspended");
    Map<String, Object> change = Map.of("phone", "+49 30 1");
    isAnswered(owner.ifMatch(read.etag()).patch(PROFILE, change), "403 portal-closed");
    now = APartner.step(api, now, "activate");
    assertThat(owner.ifMatch(owner.get(PROFILE).etag()).patch(PROFILE, change).status())
        .isEqualTo(200);
    now = APartner.step(api, api.get(APartner.path(now)), "terminate");
    assertThat(owner.get(PROFILE).status()).isEqualTo(200);
    isAnswered(owner.ifMatch(now.etag()).patch(PROFILE, change), "403 portal-closed");
    APartner.step(api, now, "archive");
    isAnswered(owner.get(PROFILE), "403 portal-closed");
  }

  @Test
  void who_manages_partners_acts_for_one_whom_he_names_and_the_trail_says_so() {
    APerson manager = tenant.person("manager@tenant.example", StandardRole.PARTNER_MANAGER);
    ApiClient acting = manager.api();
    isAnswered(acting.get(PROFILE), "400 partner-id-required");
    ApiAnswer read = named(acting, partner).get(PROFILE);
    assertThat(read.text("id")).isEqualTo(partner.text("id"));
    assertThat(
            named(acting, partner)
                .ifMatch(read.etag())
                .patch(PROFILE, Map.of("legalName", "Acme GmbH"))
                .status())
        .isEqualTo(200);
    ApiAnswer trail =
        api.get("/api/v1/audit-activities?action=partner.changed&resourceId=" + partner.id());
    assertThat(trail.json().at("/data/0/actor/name").asText())
        .endsWith(" (for " + partner.text("number") + ")");
    assertThat(trail.json().at("/data/0/actor/id").asText()).isEqualTo(manager.id().toString());
    isAnswered(
        acting.with("Partner-Id", UUID.randomUUID().toString()).get(PROFILE),
        "404 partner-not-found");
  }

  @Test
  void a_partner_of_another_tenant_is_one_that_nobody_has() {
    ApiAnswer foreign = APartner.any().createdBy(ATenant.of(platform).api(), "active");
    isAnswered(named(api, foreign).get(PROFILE), "404 partner-not-found");
    ApiClient reader = tenant.api(EnumSet.of(Permission.PARTNERS_READ));
    isAnswered(named(reader, partner).get(PROFILE), "403 permission-denied");
  }

  private static ApiClient named(ApiClient caller, ApiAnswer partner) {
    return caller.with("Partner-Id", partner.text("id"));
  }

  private static void isAnswered(ApiAnswer answer, String expected) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo(expected);
  }
}
