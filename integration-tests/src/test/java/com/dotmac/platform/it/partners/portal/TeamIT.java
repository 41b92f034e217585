package com.dotmac.platform.it.partners.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ASeat;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The people of a partner among themselves. */
@NeedsPlatform
class TeamIT {
  private static final String TEAM = "/api/v1/portal/team";

  private final ATenant tenant;
  private final ApiClient api;
  private final ApiAnswer partner;

  TeamIT(RunningPlatform platform) {
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().createdBy(api, "active");
  }

  @Test
  void an_owner_changes_what_a_colleague_may_do_and_the_trail_has_it() {
    ASeat owner = ASeat.at(tenant, partner, "partner_owner");
    ASeat colleague = ASeat.at(tenant, partner, "finance");
    ApiAnswer read = owner.api().get(TEAM + "/" + colleague.user().id());
    assertThat(read.json().path("canSignIn").asBoolean()).isTrue();
    ApiAnswer changed =
        owner
            .api()
            .ifMatch(read.etag())
            .patch(TEAM + "/" + read.id(), Map.of("role", "account_manager", "firstName", "Eve"));
    assertThat(changed.text("role")).isEqualTo("account_manager");
    assertThat(changed.text("firstName")).isEqualTo("Eve");
    assertThat(changed.text("email")).isEqualTo(colleague.person().email());
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + read.id()).column("action"))
        .containsExactlyInAnyOrder("partner_user.changed", "partner_user.added");
    isAnswered(
        owner.api().patch(TEAM + "/" + read.id(), Map.of("role", "finance")),
        "428 precondition-required");
    isAnswered(
        owner.api().ifMatch(read.etag()).patch(TEAM + "/" + read.id(), Map.of("role", "finance")),
        "412 version-conflict");
    assertThat(
            owner
                .api()
                .ifMatch(changed.etag())
                .patch(TEAM + "/" + read.id(), Map.of("email", "x@p.example"))
                .status())
        .isEqualTo(422);
  }

  @Test
  void an_admin_makes_changes_and_removes_no_owner() {
    ASeat owner = ASeat.at(tenant, partner, "partner_owner");
    ASeat second = ASeat.at(tenant, partner, "partner_owner");
    ASeat colleague = ASeat.at(tenant, partner, "finance");
    ApiClient admin = ASeat.at(tenant, partner, "partner_admin").api();
    String only = "403 partner-user-owners-only";
    isAnswered(change(admin, colleague.user(), "partner_owner"), only);
    isAnswered(change(admin, second.user(), "finance"), only);
    isAnswered(remove(admin, second.user()), only);
    assertThat(change(admin, colleague.user(), "partner_admin").status()).isEqualTo(200);
    assertThat(remove(owner.api(), second.user()).status()).isEqualTo(200);
  }

  @Test
  void the_last_owner_stays_whoever_tries() {
    ASeat owner = ASeat.at(tenant, partner, "partner_owner");
    String stays = "409 partner-user-last-owner";
    isAnswered(remove(owner.api(), owner.user()), stays);
    isAnswered(change(owner.api(), owner.user(), "finance"), stays);
    String path = APartner.path(partner) + "/users/" + owner.user().id();
    isAnswered(api.ifMatch(owner.user().etag()).delete(path), stays);
    isAnswered(
        api.ifMatch(owner.user().etag()).patch(path, Map.of("role", "partner_admin")), stays);
    ASeat second = ASeat.at(tenant, partner, "partner_owner");
    assertThat(remove(owner.api(), owner.user()).status()).isEqualTo(200);
    isAnswered(remove(second.api(), second.user()), stays);
  }

  @Test
  void of_twenty_owners_who_let_each_other_go_at_once_one_stays() {
    List<ASeat> owners = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      owners.add(ASeat.at(tenant, partner, "partner_owner"));
    }
    List<ApiAnswer> answers =
        AtOnce.times(
            20,
            place ->
                api.ifMatch(owners.get(place).user().etag())
                    .delete(APartner.path(partner) + "/users/" + owners.get(place).user().id()));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(19);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .singleElement()
        .satisfies(answer -> isAnswered(answer, "409 partner-user-last-owner"));
    assertThat(api.get(APartner.path(partner) + "/users").rows()).hasSize(1);
  }

  @Test
  void a_person_of_another_partner_is_no_colleague() {
    ApiClient owner = ASeat.at(tenant, partner, "partner_owner").api();
    ASeat other = ASeat.at(tenant, APartner.any().createdBy(api, "active"), "finance");
    for (ApiAnswer answer :
        List.of(
            owner.get(TEAM + "/" + other.user().id()),
            change(owner, other.user(), "partner_admin"),
            remove(owner, other.user()))) {
      isAnswered(answer, "404 partner-user-not-found");
    }
    assertThat(owner.get(TEAM).rows()).hasSize(1);
  }

  private static ApiAnswer change(ApiClient caller, ApiAnswer user, String role) {
    return caller.ifMatch(user.etag()).patch(TEAM + "/" + user.id(), Map.of("role", role));
  }

  private static ApiAnswer remove(ApiClient caller, ApiAnswer user) {
    return caller.ifMatch(user.etag()).delete(TEAM + "/" + user.id());
  }

  private static void isAnswered(ApiAnswer answer, String expected) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo(expected);
  }
}
