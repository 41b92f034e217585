package com.dotmac.platform.it.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.identity.ApiKeyException;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.tenancy.TenantException;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.security.Endpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may look after all tenants, and that nobody else gets there. */
@NeedsPlatform
class PlatformPowersIT {
  private static final Set<Permission> OVER_TENANTS =
      EnumSet.of(Permission.TENANTS_READ, Permission.TENANTS_WRITE);

  private final RunningPlatform platform;
  private final TestDatabase database;

  PlatformPowersIT(RunningPlatform platform, TestDatabase database) {
    this.platform = platform;
    this.database = database;
  }

  @TestFactory
  Stream<DynamicTest> a_tenants_administrator_reaches_no_endpoint_of_the_platform() {
    ATenant tenant = ATenant.of(platform);
    List<Endpoint> endpoints = Endpoint.all().stream().filter(Endpoint::isOfThePlatform).toList();
    assertThat(endpoints).hasSizeGreaterThanOrEqualTo(6);
    return endpoints.stream()
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      String path = endpoint.address(name -> tenant.id().toString());
                      ApiAnswer answer =
                          tenant.api().ifMatch("\"0\"").send(endpoint.verb(), path, Map.of());
                      assertThat(answer.status() + " " + answer.code())
                          .isEqualTo("403 permission-denied");
                    }));
  }

  @Test
  void no_key_of_an_ordinary_tenant_is_issued_with_a_permission_of_the_platform() {
    ATenant tenant = ATenant.of(platform);
    for (Permission permission : OVER_TENANTS) {
      assertThatThrownBy(() -> tenant.key("operator's", EnumSet.of(permission), null))
          .isInstanceOf(ApiKeyException.OnlyForThePlatform.class);
      ApiAnswer refused = issue(tenant.api(), permission.code());
      assertThat(refused.status() + " " + refused.code()).isEqualTo("403 api-key-grants-too-much");
    }
  }

  /** As if somebody had put it into the row by hand. */
  @Test
  void a_permission_of_the_platform_opens_nothing_in_an_ordinary_tenant_even_if_it_is_in_the_row() {
    ATenant tenant = ATenant.of(platform);
    ApiClient api = tenant.api();
    database.administer(
        "UPDATE api_keys SET permissions = permissions || '{tenants:read,tenants:write}' WHERE tenant_id = '%s'"
            .formatted(tenant.id()));
    assertThat(api.get(APartner.PATH).status()).isEqualTo(200);
    assertThat(api.get(Registry.PATH).text("detail"))
        .isEqualTo("The credential lacks the permission tenants:read.");
    assertThat(api.post(Registry.PATH, Registry.body(Registry.slug())).code())
        .isEqualTo("permission-denied");
    assertThat(issue(api, "tenants:read").code()).isEqualTo("api-key-grants-too-much");
  }

  /** What each endpoint asks besides the permission: it holds for every kind of credential. */
  @Test
  void the_door_lets_only_the_platforms_own_tenant_pass() {
    UnitsOfWork units = new UnitsOfWork(platform.sessionFactory());
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    TenantService tenants = new TenantService(sessions, new AuditLog(sessions));
    TenantScope ordinary = ATenant.of(platform).scope();
    TenantScope ours = ATenant.ofThePlatform(platform).scope();
    assertThatThrownBy(() -> units.in(ordinary, () -> passes(tenants, ordinary)))
        .isInstanceOf(TenantException.NotThePlatform.class);
    assertThat(units.in(ours, () -> passes(tenants, ours))).isTrue();
  }

  private static boolean passes(TenantService tenants, TenantScope scope) {
    tenants.requirePlatform(scope);
    return true;
  }

  @Test
  void a_key_of_the_platform_hands_on_what_it_may_do_and_sees_no_data_of_a_tenant() {
    ATenant ours = ATenant.ofThePlatform(platform);
    EnumSet<Permission> all = EnumSet.allOf(Permission.class);
    ApiAnswer issued = issue(ours.api(all), "tenants:read");
    assertThat(issued.status()).isEqualTo(201);
    ApiClient reader = ApiClient.of(platform).withKey(issued.text("token"));
    assertThat(reader.get(Registry.PATH).status()).isEqualTo(200);
    assertThat(reader.post(Registry.PATH, Registry.body(Registry.slug())).code())
        .isEqualTo("permission-denied");
    ApiAnswer partner = APartner.any().createdBy(ATenant.of(platform).api());
    assertThat(ours.api(all).get(APartner.path(partner)).status()).isEqualTo(404);
  }

  @Test
  void who_was_within_another_tenant_is_back_in_his_own() {
    ATenant ours = ATenant.ofThePlatform(platform);
    ApiClient api = ours.api(EnumSet.allOf(Permission.class));
    ApiAnswer tenant = api.post(Registry.PATH, Registry.body(Registry.slug()));
    assertThat(api.post(Registry.PATH, Registry.body(tenant.text("slug"))).code())
        .isEqualTo("tenant-slug-taken");
    assertThat(api.get("/api/v1/tenant").text("id")).isEqualTo(ours.id().toString());
    String keys = api.get("/api/v1/api-keys").column("id").toString();
    assertThat(ATenant.of(platform, tenant.id()).api().get("/api/v1/api-keys").column("id"))
        .hasSize(1)
        .noneMatch(keys::contains);
  }

  /** As if the application had been made to say something that it never says. */
  @Test
  void the_application_cannot_make_a_tenant_the_platforms_own_nor_call_it_otherwise()
      throws SQLException {
    ATenant tenant = ATenant.of(platform);
    try (Connection app = database.connectAsApp(tenant.id());
        Statement statement = app.createStatement()) {
      for (String attempt :
          List.of("platform = true", "slug = 'other'", "id = gen_random_uuid()")) {
        assertThatThrownBy(() -> statement.execute("UPDATE tenants SET " + attempt))
            .as(attempt)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      }
      assertThat(statement.executeUpdate("UPDATE tenants SET name = 'Other'")).isEqualTo(1);
    }
  }

  private static ApiAnswer issue(ApiClient api, String permission) {
    return api.post(
        "/api/v1/api-keys", Map.of("name", "another", "permissions", List.of(permission)));
  }
}
