package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.StandardRole;
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

/** The people of a tenant and their roles. */
@NeedsPlatform
class UserIT {
  private static final String PATH = "/api/v1/users";

  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;

  UserIT(RunningPlatform platform) {
    this.platform = platform;
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @Test
  void a_user_is_registered_read_changed_and_found() {
    ApiAnswer user =
        api.post(
            PATH,
            Map.of(
                "email", "Ada@Example.com",
                "displayName", "Ada Berg",
                "standardRoles", List.of("billing")));
    assertThat(user.status()).as(user.body()).isEqualTo(201);
    assertThat(user.text("email")).isEqualTo("ada@example.com");
    assertThat(user.text("status")).isEqualTo("active");
    assertThat(user.json().path("standardRoles")).hasToString("[\"billing\"]");
    ApiAnswer read = api.get(PATH + "/" + user.id());
    assertThat(read.body()).isEqualTo(user.body());
    assertThat(read.etag()).isEqualTo(user.etag());
    ApiAnswer changed =
        api.ifMatch(read.etag()).patch(PATH + "/" + user.id(), Map.of("displayName", "Ada B"));
    assertThat(changed.text("displayName")).isEqualTo("Ada B");
    assertThat(api.get(PATH + "?search=ADA").column("id")).containsExactly(user.text("id"));
    assertThat(api.get(PATH + "?status=disabled").rows()).isEmpty();
    assertThat(api.ifMatch(read.etag()).patch(PATH + "/" + user.id(), Map.of()).status())
        .isEqualTo(412);
  }

  @Test
  void an_address_is_one_users() {
    register("ada@example.com");
    ApiAnswer second = post("ADA@example.com");
    assertThat(second.status() + " " + second.code()).isEqualTo("409 user-email-taken");
    ApiAnswer other = register("bob@example.com");
    ApiAnswer change =
        api.ifMatch(other.etag())
            .patch(PATH + "/" + other.id(), Map.of("email", "ada@example.com"));
    assertThat(change.code()).isEqualTo("user-email-taken");
  }

  @Test
  void roles_are_given_and_taken_as_a_whole_and_hold_from_the_next_request_on() {
    APerson person = tenant.person("ada@example.com");
    ApiClient ada = person.api();
    assertThat(ada.get(PATH).status()).isEqualTo(403);
    ApiAnswer own =
        api.post("/api/v1/roles", Map.of("name", "Desk", "permissions", List.of("partners:read")));
    ApiAnswer given = assign(api, person.id(), List.of("auditor"), List.of(own.text("id")));
    assertThat(given.status()).as(given.body()).isEqualTo(200);
    assertThat(ada.get(PATH).status()).isEqualTo(200);
    assign(api, person.id(), List.of(), List.of(own.text("id")));
    assertThat(ada.get(PATH).status()).isEqualTo(403);
    assertThat(ada.get("/api/v1/partners").status()).isEqualTo(200);
    assign(api, person.id(), List.of(), List.of());
    assertThat(ada.get("/api/v1/partners").status()).isEqualTo(403);
    assertThat(ada.get("/api/v1/me").json().path("permissions")).isEmpty();
  }

  @Test
  void a_role_that_is_not_there_or_another_tenants_is_refused() {
    ApiAnswer user = register("ada@example.com");
    ApiAnswer theirs =
        ATenant.of(platform)
            .api()
            .post("/api/v1/roles", Map.of("name", "X", "permissions", List.of("audit:read")));
    for (String id : List.of(UUID.randomUUID().toString(), theirs.text("id"))) {
      ApiAnswer refused = assign(api, user.id(), List.of(), List.of(id));
      assertThat(refused.status() + " " + refused.code()).isEqualTo("422 user-role-not-found");
    }
  }

  @Test
  void nobody_gives_more_than_he_has_nor_changes_who_has_more() {
    APerson strong = tenant.person("strong@example.com", StandardRole.TENANT_ADMINISTRATOR);
    ApiClient weak =
        tenant.api(
            EnumSet.of(Permission.USERS_READ, Permission.USERS_WRITE, Permission.PARTNERS_READ));
    ApiAnswer user = register("ada@example.com");
    refusedAsTooMuch(assign(weak, user.id(), List.of("partner_manager"), List.of()));
    String path = PATH + "/" + strong.id();
    String tag = api.get(path).etag();
    refusedAsTooMuch(weak.ifMatch(tag).patch(path, Map.of("email", "mine@example.com")));
    refusedAsTooMuch(weak.ifMatch(tag).post(path + "/disable"));
    refusedAsTooMuch(assign(weak, strong.id(), List.of(), List.of()));
    assertThat(api.get(path).etag()).isEqualTo(tag);
    ApiAnswer registered =
        weak.post(
            PATH,
            Map.of(
                "email", "eve@example.com",
                "displayName", "Eve",
                "standardRoles", List.of("tenant_administrator")));
    refusedAsTooMuch(registered);
    assertThat(api.get(PATH + "?search=eve").rows()).isEmpty();
  }

  @Test
  void a_person_gives_no_key_more_than_he_may_do_himself() {
    ApiAnswer role =
        api.post(
            "/api/v1/roles",
            Map.of("name", "Keys", "permissions", List.of("api-keys:write", "partners:read")));
    APerson person = tenant.person("ada@example.com");
    assign(api, person.id(), List.of(), List.of(role.text("id")));
    ApiClient ada = person.api();
    assertThat(issue(ada, "partners:read").status()).isEqualTo(201);
    assertThat(issue(ada, "partners:write").code()).isEqualTo("api-key-grants-too-much");
    assign(api, person.id(), List.of(), List.of());
    assertThat(issue(ada, "partners:read").code()).isEqualTo("permission-denied");
  }

  @Test
  void only_people_of_the_platform_administer_the_platform() {
    ApiAnswer user = register("ada@example.com");
    ApiAnswer refused = assign(api, user.id(), List.of("platform_administrator"), List.of());
    assertThat(refused.status() + " " + refused.code()).isEqualTo("403 user-grants-too-much");
    ATenant ours = ATenant.ofThePlatform(platform);
    APerson person =
        ours.person(UUID.randomUUID() + "@example.com", StandardRole.PLATFORM_ADMINISTRATOR);
    assertThat(person.api().get("/api/v1/tenants").status()).isEqualTo(200);
  }

  @Test
  void the_last_administrator_is_neither_disabled_nor_without_the_role() {
    APerson first = tenant.person("one@example.com", StandardRole.TENANT_ADMINISTRATOR);
    APerson second = tenant.person("two@example.com", StandardRole.TENANT_ADMINISTRATOR);
    assertThat(disable(second.id()).status()).isEqualTo(200);
    refusedAsLast(disable(first.id()));
    refusedAsLast(assign(api, first.id(), List.of("auditor"), List.of()));
    assertThat(
            assign(api, first.id(), List.of("auditor", "tenant_administrator"), List.of()).status())
        .isEqualTo(200);
  }

  @Test
  void of_two_administrators_who_go_at_once_one_stays() {
    for (int round = 0; round < 5; round++) {
      ATenant other = ATenant.of(platform);
      ApiClient caller = other.api();
      List<UUID> administrators =
          List.of(
              other.person("one@example.com", StandardRole.TENANT_ADMINISTRATOR).id(),
              other.person("two@example.com", StandardRole.TENANT_ADMINISTRATOR).id());
      List<String> tags =
          administrators.stream().map(id -> caller.get(PATH + "/" + id).etag()).toList();
      List<Integer> answers =
          AtOnce.times(
              2,
              place -> {
                String path = PATH + "/" + administrators.get(place);
                ApiClient known = caller.ifMatch(tags.get(place));
                return place == 0
                    ? known.post(path + "/disable").status()
                    : known
                        .send(
                            "PUT",
                            path + "/roles",
                            Map.of("standardRoles", List.of(), "roleIds", List.of()))
                        .status();
              });
      assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void each_verb_leaves_its_row() {
    ApiAnswer user = register("ada@example.com");
    String path = PATH + "/" + user.id();
    api.ifMatch(user.etag()).patch(path, Map.of("displayName", "Ada B"));
    assign(api, user.id(), List.of("auditor"), List.of());
    ApiAnswer disabled =
        api.ifMatch(api.get(path).etag()).post(path + "/disable", Map.of("reason", "left"));
    api.ifMatch(disabled.etag()).post(path + "/enable");
    ApiAnswer trail = api.get("/api/v1/audit-activities?resourceId=" + user.id());
    assertThat(trail.column("action"))
        .containsExactly(
            "user.enabled",
            "user.disabled",
            "user.roles_assigned",
            "user.changed",
            "user.registered");
    assertThat(trail.column("reason")).contains("left");
    assertThat(trail.rows().get(2).at("/after/standardRoles")).hasToString("[\"auditor\"]");
  }

  private static void refusedAsTooMuch(ApiAnswer answer) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo("403 user-grants-too-much");
  }

  private static void refusedAsLast(ApiAnswer answer) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo("409 user-last-administrator");
  }

  private ApiAnswer disable(UUID id) {
    String path = PATH + "/" + id;
    return api.ifMatch(api.get(path).etag()).post(path + "/disable");
  }

  private ApiAnswer assign(ApiClient by, UUID id, List<String> standard, List<String> own) {
    String path = PATH + "/" + id;
    return by.ifMatch(api.get(path).etag())
        .send("PUT", path + "/roles", Map.of("standardRoles", standard, "roleIds", own));
  }

  private static ApiAnswer issue(ApiClient by, String permission) {
    return by.post("/api/v1/api-keys", Map.of("name", "robot", "permissions", List.of(permission)));
  }

  private ApiAnswer register(String email) {
    ApiAnswer user = post(email);
    assertThat(user.status()).as(user.body()).isEqualTo(201);
    return user;
  }

  private ApiAnswer post(String email) {
    return api.post(PATH, Map.of("email", email, "displayName", "A User"));
  }
}
