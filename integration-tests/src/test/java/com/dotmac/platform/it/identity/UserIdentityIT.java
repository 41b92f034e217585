package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may say who somebody is at a provider. */
@NeedsPlatform
class UserIdentityIT {
  private static final String ISSUER = "https://id.example.com";

  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;

  UserIdentityIT(RunningPlatform platform) {
    this.platform = platform;
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @Test
  void an_identity_is_linked_read_listed_and_removed() {
    UUID user = user();
    ApiAnswer first = Linked.link(api, user, ISSUER, "ada");
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(first.text("userId")).isEqualTo(user.toString());
    assertThat(first.text("issuer") + " " + first.text("subject")).isEqualTo(ISSUER + " ada");
    assertThat(first.json().at("/linkedBy/kind").asText()).isEqualTo("api_key");
    assertThat(first.header("Location")).endsWith(Linked.path(user) + "/" + first.id());
    ApiAnswer second = Linked.link(api, user, ISSUER + "/other", "ada");
    assertThat(api.get(Linked.path(user)).column("id"))
        .containsExactly(second.text("id"), first.text("id"));
    String one = Linked.path(user) + "/" + first.id();
    assertThat(api.get(one).json()).isEqualTo(first.json());
    assertThat(api.delete(one).json()).isEqualTo(first.json());
    assertGone(api.get(one));
    assertGone(api.delete(one));
    assertThat(api.get(Linked.path(user)).column("id")).containsExactly(second.text("id"));
    assertThat(Linked.link(api, user(), ISSUER, "ada").status()).isEqualTo(201);
  }

  @Test
  void an_identity_is_one_person_in_a_tenant_also_of_twenty_at_once() {
    List<UUID> users = List.of(user(), user());
    List<ApiAnswer> answers =
        AtOnce.times(20, place -> Linked.link(api, users.get(place % 2), ISSUER, "shared"));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.code().equals("user-identity-taken"))
        .hasSize(19)
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(409));
    ATenant other = ATenant.of(platform);
    UUID there = other.user("there@example.com");
    assertThat(Linked.link(other.api(), there, ISSUER, "shared").status()).isEqualTo(201);
  }

  @Test
  void both_acts_are_in_the_trail_of_the_user() {
    UUID user = user();
    ApiAnswer link = Linked.link(api, user, ISSUER, "grace");
    api.delete(Linked.path(user) + "/" + link.id());
    List<JsonNode> acts = api.get("/api/v1/audit-activities?resourceId=" + user).rows();
    JsonNode removed = acts.get(0);
    JsonNode linked = acts.get(1);
    assertThat(removed.path("action").asText()).isEqualTo("user.identity_removed");
    assertThat(linked.path("action").asText()).isEqualTo("user.identity_linked");
    assertThat(linked.path("before").isNull()).isTrue();
    assertThat(removed.path("after").isNull()).isTrue();
    assertThat(linked.path("after")).isEqualTo(removed.path("before"));
    assertThat(linked.path("after").path("identityId").asText()).isEqualTo(link.text("id"));
    assertThat(linked.path("after").path("subject").asText()).isEqualTo("grace");
  }

  @Test
  void nobody_links_or_removes_an_identity_of_who_may_do_more_than_he() {
    ApiAnswer administrator =
        api.post(
            "/api/v1/users",
            Map.of(
                "email", "top@example.com",
                "displayName", "Top",
                "standardRoles", List.of(StandardRole.TENANT_ADMINISTRATOR.code())));
    ApiAnswer link = Linked.link(api, administrator.id(), ISSUER, "top");
    assertThat(link.status()).isEqualTo(201);
    ApiClient weak = tenant.api(EnumSet.of(Permission.USERS_READ, Permission.USERS_WRITE));
    String one = Linked.path(administrator.id()) + "/" + link.id();
    for (ApiAnswer refused :
        List.of(Linked.link(weak, administrator.id(), ISSUER, "intruder"), weak.delete(one))) {
      assertThat(refused.status() + " " + refused.code()).isEqualTo("403 user-grants-too-much");
    }
    assertThat(api.get(Linked.path(administrator.id())).column("subject")).containsExactly("top");
    UUID plain = user();
    ApiAnswer ofPlain = Linked.link(weak, plain, ISSUER, "plain");
    assertThat(ofPlain.status()).isEqualTo(201);
    assertThat(weak.delete(Linked.path(plain) + "/" + ofPlain.id()).status()).isEqualTo(200);
  }

  @Test
  void what_belongs_to_another_user_or_tenant_is_not_there() {
    UUID user = user();
    ApiAnswer link = Linked.link(api, user, ISSUER, "hidden");
    assertGone(api.get(Linked.path(user()) + "/" + link.id()));
    assertGone(api.delete(Linked.path(user()) + "/" + link.id()));
    ApiClient stranger = ATenant.of(platform).api();
    assertGone(stranger.get(Linked.path(user) + "/" + link.id()));
    assertGone(stranger.delete(Linked.path(user) + "/" + link.id()));
    for (ApiAnswer refused :
        List.of(stranger.get(Linked.path(user)), Linked.link(stranger, user, ISSUER, "x"))) {
      assertThat(refused.status() + " " + refused.code()).isEqualTo("404 user-not-found");
    }
  }

  @Test
  void names_are_printable_and_not_too_long() {
    UUID user = user();
    for (String wrong : List.of("", " ", "x".repeat(256), "caf\u00e9", "a\tb", "a\u0000b")) {
      assertThat(Linked.link(api, user, ISSUER, wrong).status()).as(wrong).isIn(400, 422);
      assertThat(Linked.link(api, user, wrong, "ok").status()).as(wrong).isIn(400, 422);
    }
    assertThat(Linked.link(api, user, ISSUER, "caf\u00e9").faults()).containsExactly("/subject");
    assertThat(api.post(Linked.path(user), Map.of("issuer", ISSUER)).faults())
        .containsExactly("/subject");
    assertThat(Linked.link(api, user, ISSUER, "x".repeat(255)).status()).isEqualTo(201);
    assertThat(Linked.link(api, user, ISSUER, "auth0|5f7c8ec7 ~").status()).isEqualTo(201);
  }

  private static void assertGone(ApiAnswer answer) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo("404 user-identity-not-found");
  }

  private UUID user() {
    return tenant.user(UUID.randomUUID() + "@example.com");
  }
}
