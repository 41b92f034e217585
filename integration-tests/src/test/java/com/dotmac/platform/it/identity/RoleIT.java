package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.domain.shared.Coded;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Roles: those that every tenant has, and those that one makes for itself. */
@NeedsPlatform
class RoleIT {
  private static final String PATH = "/api/v1/roles";

  private final ATenant tenant;
  private final ApiClient api;

  RoleIT(RunningPlatform platform) {
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @Test
  void a_role_is_made_read_changed_and_removed() {
    ApiAnswer role = create(api, "Desk", "partners:read", "customers:read");
    assertThat(role.status()).as(role.body()).isEqualTo(201);
    assertThat(role.json().path("permissions"))
        .hasToString("[\"customers:read\",\"partners:read\"]");
    String path = PATH + "/" + role.id();
    assertThat(api.get(path).body()).isEqualTo(role.body());
    ApiAnswer changed = api.ifMatch(role.etag()).patch(path, Map.of("name", "Front desk"));
    assertThat(changed.text("name")).isEqualTo("Front desk");
    assertThat(api.get(PATH).column("id")).containsExactly(role.text("id"));
    assertThat(api.ifMatch(role.etag()).delete(path).status()).isEqualTo(412);
    assertThat(api.ifMatch(changed.etag()).delete(path).status()).isEqualTo(200);
    assertThat(api.get(path).code()).isEqualTo("role-not-found");
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + role.id()).column("action"))
        .containsExactly("role.removed", "role.changed", "role.created");
  }

  @Test
  void a_name_is_one_roles_and_a_role_allows_something() {
    create(api, "Desk", "partners:read");
    ApiAnswer second = create(api, "Desk", "audit:read");
    assertThat(second.status() + " " + second.code()).isEqualTo("409 role-name-taken");
    assertThat(create(api, "Nothing").faults()).containsExactly("/permissions");
    assertThat(create(api, " ", "audit:read").faults()).containsExactly("/name");
    assertThat(create(api, "All", "all:do").status()).isEqualTo(422);
  }

  @Test
  void a_role_that_somebody_has_is_not_removed() {
    ApiAnswer role = create(api, "Desk", "partners:read");
    api.post(
        "/api/v1/users",
        Map.of(
            "email", "ada@example.com",
            "displayName", "Ada",
            "roleIds", List.of(role.text("id"))));
    ApiAnswer refused = api.ifMatch(role.etag()).delete(PATH + "/" + role.id());
    assertThat(refused.status() + " " + refused.code()).isEqualTo("409 role-in-use");
  }

  @Test
  void a_role_neither_becomes_nor_is_more_than_whoever_changes_it() {
    ApiClient weak =
        tenant.api(
            EnumSet.of(Permission.ROLES_WRITE, Permission.ROLES_READ, Permission.PARTNERS_READ));
    refusedAsTooMuch(create(weak, "More", "partners:write"));
    ApiAnswer own = create(weak, "Same", "partners:read");
    assertThat(own.status()).isEqualTo(201);
    String path = PATH + "/" + own.id();
    refusedAsTooMuch(
        weak.ifMatch(own.etag()).patch(path, Map.of("permissions", List.of("audit:read"))));
    ApiAnswer strong = create(api, "Strong", "partners:write");
    String above = PATH + "/" + strong.id();
    refusedAsTooMuch(weak.ifMatch(strong.etag()).patch(above, Map.of("name", "Mine")));
    refusedAsTooMuch(weak.ifMatch(strong.etag()).delete(above));
    refusedAsTooMuch(create(api, "Over all", "tenants:read"));
  }

  @Test
  void who_has_a_role_may_do_what_it_becomes_from_his_next_request_on() {
    ApiAnswer role = create(api, "Desk", "partners:read");
    APerson person = tenant.person("ada@example.com");
    String path = "/api/v1/users/" + person.id();
    api.ifMatch(api.get(path).etag())
        .send(
            "PUT",
            path + "/roles",
            Map.of("standardRoles", List.of(), "roleIds", List.of(role.text("id"))));
    ApiClient ada = person.api();
    assertThat(ada.get("/api/v1/customers").status()).isEqualTo(403);
    api.ifMatch(role.etag())
        .patch(PATH + "/" + role.id(), Map.of("permissions", List.of("customers:read")));
    assertThat(ada.get("/api/v1/customers").status()).isEqualTo(200);
    assertThat(ada.get("/api/v1/partners").status()).isEqualTo(403);
  }

  @Test
  void the_standard_roles_are_told_with_what_they_allow() {
    ApiAnswer roles = api.get("/api/v1/standard-roles");
    assertThat(roles.column("role"))
        .containsExactlyElementsOf(Stream.of(StandardRole.values()).map(Coded::code).toList());
    assertThat(roles.rows())
        .filteredOn(row -> row.path("ofThePlatform").asBoolean())
        .extracting(row -> row.path("role").asText())
        .containsExactly("platform_administrator");
  }

  @Test
  void an_administrator_has_every_permission_of_a_tenant_and_an_auditor_every_one_that_reads() {
    assertThat(StandardRole.TENANT_ADMINISTRATOR.permissions())
        .isEqualTo(Permission.ofEveryTenant());
    assertThat(StandardRole.AUDITOR.permissions())
        .containsExactlyInAnyOrderElementsOf(
            Permission.ofEveryTenant().stream()
                .filter(permission -> permission.code().endsWith(":read"))
                .toList());
  }

  private static void refusedAsTooMuch(ApiAnswer answer) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo("403 role-grants-too-much");
  }

  private static ApiAnswer create(ApiClient by, String name, String... permissions) {
    return by.post(PATH, Map.of("name", name, "permissions", List.of(permissions)));
  }
}
