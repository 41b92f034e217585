package com.dotmac.platform.it.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class PartnerUserIT {
  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;
  private final ApiAnswer partner;
  private final String users;

  PartnerUserIT(RunningPlatform platform) {
    this.platform = platform;
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().createdBy(api);
    users = APartner.path(partner) + "/users";
  }

  @Test
  void a_person_is_added_and_read() {
    ApiAnswer user = add("Ada@Partner.example", "partner_owner", Map.of());
    assertThat(user.status()).isEqualTo(201);
    assertThat(user.header("Location")).endsWith(users + "/" + user.id());
    assertThat(user.etag()).isEqualTo("\"0\"");
    assertThat(user.text("email")).isEqualTo("ada@partner.example");
    assertThat(user.json().path("primaryContact").asBoolean(true)).isFalse();
    assertThat(user.json().path("active").asBoolean()).isTrue();
    assertThat(user.json().path("userId").isNull()).isTrue();
    assertThat(api.get(users + "/" + user.id()).json()).isEqualTo(user.json());
    assertThat(api.get(users).column("id")).containsExactly(user.text("id"));
  }

  @Test
  void a_role_is_one_of_those_there_are() {
    for (String role : List.of("partner_owner", "partner_admin", "account_manager", "finance")) {
      assertThat(add(role + "@p.example", role, Map.of()).text("role")).isEqualTo(role);
    }
    ApiAnswer answer = add("x@p.example", "boss", Map.of());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).containsExactly("/role");
    assertThat(answer.body()).contains("account_manager");
    ApiAnswer none =
        api.post(users, Map.of("firstName", "A", "lastName", "B", "email", "a@b.example"));
    assertThat(none.faults()).containsExactly("/role");
  }

  @Test
  void a_partner_has_one_primary_contact() {
    ApiAnswer first = add("a@p.example", "finance", Map.of("primaryContact", true));
    assertThat(first.json().path("primaryContact").asBoolean()).isTrue();
    ApiAnswer second = add("b@p.example", "finance", Map.of("primaryContact", true));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("partner-user-primary-contact-taken");

    ApiAnswer other = add("b@p.example", "finance", Map.of());
    assertThat(change(other, "{\"primaryContact\": true}").code())
        .isEqualTo("partner-user-primary-contact-taken");
    change(first, "{\"primaryContact\": false}");
    assertThat(change(other, "{\"primaryContact\": true}").status()).isEqualTo(200);
  }

  @Test
  void of_many_primary_contacts_at_once_one_is_taken() {
    List<ApiAnswer> answers =
        AtOnce.times(
            8, place -> add("c" + place + "@p.example", "finance", Map.of("primaryContact", true)));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(7);
  }

  @Test
  void an_address_is_taken_whatever_its_case_until_its_owner_is_deactivated() {
    ApiAnswer ada = add("ada@p.example", "finance", Map.of("primaryContact", true));
    ApiAnswer taken = add("ADA@P.Example", "finance", Map.of());
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("partner-user-email-taken");
    ApiAnswer bob = add("bob@p.example", "finance", Map.of());
    assertThat(change(bob, "{\"email\": \"Ada@p.example\"}").code())
        .isEqualTo("partner-user-email-taken");

    deactivate(ada);
    assertThat(add("ADA@P.Example", "finance", Map.of("primaryContact", true)).status())
        .isEqualTo(201);
  }

  @Test
  void an_address_may_serve_two_partners() {
    add("ada@p.example", "finance", Map.of());
    ApiAnswer other = APartner.any().createdBy(api);
    assertThat(
            api.post(APartner.path(other) + "/users", body("ada@p.example", "finance", Map.of()))
                .status())
        .isEqualTo(201);
  }

  @Test
  void a_login_is_a_user_of_the_same_tenant() {
    UUID login = tenant.user("ada@tenant.example");
    ApiAnswer user = add("ada@p.example", "finance", Map.of("userId", login.toString()));
    assertThat(user.status()).isEqualTo(201);
    assertThat(user.text("userId")).isEqualTo(login.toString());
    assertThat(change(user, "{\"userId\": null}").json().path("userId").isNull()).isTrue();
  }

  @Test
  void a_login_of_another_tenant_is_refused_like_one_that_nobody_has() {
    UUID foreign = ATenant.of(platform).user("ada@tenant.example");
    ApiAnswer ofAnother = add("a@p.example", "finance", Map.of("userId", foreign.toString()));
    ApiAnswer ofNobody =
        add("a@p.example", "finance", Map.of("userId", UUID.randomUUID().toString()));
    assertThat(ofAnother.status()).isEqualTo(422);
    assertThat(ofAnother.code()).isEqualTo("partner-user-link-not-found");
    assertThat(ofAnother.withoutRequestId()).isEqualTo(ofNobody.withoutRequestId());
    ApiAnswer user = add("a@p.example", "finance", Map.of());
    assertThat(change(user, "{\"userId\": \"%s\"}".formatted(foreign)).status()).isEqualTo(422);
  }

  @Test
  void deactivating_keeps_the_row_out_of_the_usual_list() {
    ApiAnswer ada = add("ada@p.example", "finance", Map.of("primaryContact", true));
    ApiAnswer bob = add("bob@p.example", "finance", Map.of());
    assertThat(api.delete(users + "/" + ada.id()).status()).isEqualTo(428);
    ApiAnswer deactivated = deactivate(ada);
    assertThat(deactivated.status()).isEqualTo(200);
    assertThat(deactivated.json().path("active").asBoolean(true)).isFalse();
    assertThat(deactivated.json().path("primaryContact").asBoolean(true)).isFalse();
    assertThat(deactivated.text("deactivatedAt")).isEqualTo(deactivated.text("updatedAt"));
    assertThat(api.get(users).column("id")).containsExactly(bob.text("id"));
    assertThat(api.get(users + "?includeInactive=true").column("id"))
        .containsExactly(bob.text("id"), ada.text("id"));
    assertThat(api.get(users + "/" + ada.id()).json()).isEqualTo(deactivated.json());
  }

  @Test
  void only_true_and_false_are_yes_and_no() {
    for (String value : List.of("yes", "TRUE", "1", "", "True")) {
      ApiAnswer answer = api.get(users + "?includeInactive=" + value);
      assertThat(answer.status() + " " + answer.code())
          .as(value)
          .isEqualTo("400 invalid-parameter");
      assertThat(answer.faults()).containsExactly("includeInactive");
    }
    assertThat(api.get(users + "?includeInactive=false").status()).isEqualTo(200);
  }

  @Test
  void who_is_deactivated_is_closed_to_changes() {
    ApiAnswer ada = deactivate(add("ada@p.example", "finance", Map.of()));
    assertThat(change(ada, "{\"firstName\": \"Eve\"}").code())
        .isEqualTo("partner-user-deactivated");
    ApiAnswer again = deactivate(ada);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("partner-user-deactivated");
  }

  @Test
  void a_person_of_another_partner_is_not_found_under_this_one() {
    ApiAnswer ada = add("ada@p.example", "finance", Map.of());
    String foreign = APartner.path(APartner.any().createdBy(api)) + "/users/" + ada.id();
    for (ApiAnswer answer :
        List.of(
            api.get(foreign),
            api.ifMatch(ada.etag()).patch(foreign, Map.of("firstName", "Eve")),
            api.ifMatch(ada.etag()).delete(foreign))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("partner-user-not-found");
    }
    assertThat(api.get(users + "/" + ada.id()).json()).isEqualTo(ada.json());
  }

  @Test
  void a_change_is_based_on_a_version_and_null_is_no_name() {
    ApiAnswer ada = add("ada@p.example", "finance", Map.of());
    assertThat(api.patch(users + "/" + ada.id(), Map.of("firstName", "Eve")).status())
        .isEqualTo(428);
    assertThat(change(ada, "{\"firstName\": null}").faults()).containsExactly("/firstName");
    ApiAnswer eve = change(ada, "{\"firstName\": \"Eve\"}");
    assertThat(eve.text("firstName")).isEqualTo("Eve");
    assertThat(eve.text("lastName")).isEqualTo(ada.text("lastName"));
    assertThat(change(ada, "{\"firstName\": \"Eva\"}").status()).isEqualTo(412);
    assertThat(change(eve, "{\"firstName\": \"Eve\"}").etag()).isEqualTo(eve.etag());
  }

  @Test
  void a_partner_who_is_not_there_has_no_people() {
    String nobody = APartner.PATH + "/" + UUID.randomUUID() + "/users";
    assertThat(api.get(nobody).code()).isEqualTo("partner-not-found");
    assertThat(api.post(nobody, body("a@p.example", "finance", Map.of())).code())
        .isEqualTo("partner-not-found");
  }

  private ApiAnswer add(String email, String role, Map<String, Object> more) {
    return api.post(users, body(email, role, more));
  }

  private ApiAnswer change(ApiAnswer user, String body) {
    return api.ifMatch(user.etag()).patch(users + "/" + user.id(), body);
  }

  private ApiAnswer deactivate(ApiAnswer user) {
    return api.ifMatch(user.etag()).delete(users + "/" + user.id());
  }

  private static Map<String, Object> body(String email, String role, Map<String, Object> more) {
    Map<String, Object> body =
        new LinkedHashMap<>(
            Map.of("firstName", "Ada", "lastName", "Byron", "email", email, "role", role));
    body.putAll(more);
    return body;
  }
}
