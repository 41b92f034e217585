package com.dotmac.platform.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.IssuedApiKey;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialIT {
  private static final Set<Permission> ALL = Permission.ofEveryTenant();

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ApiClient nobody;

  CredentialIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock);
    nobody = ApiClient.of(platform);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void whatever_is_wrong_with_a_credential_the_answer_is_the_same() throws SQLException {
    ATenant tenant = ATenant.of(platform);
    String good = tenant.key("good", ALL, null).token();
    IssuedApiKey expired = tenant.key("short", ALL, clock.instant().plusSeconds(60));
    IssuedApiKey revoked = tenant.key("revoked", ALL, null);
    ATenant suspended = ATenant.of(platform);
    String ofSuspended = suspended.key("good", ALL, null).token();
    for (String key : new String[] {good, expired.token(), revoked.token(), ofSuspended}) {
      assertThat(nobody.withKey(key).get(APartner.PATH).status()).isEqualTo(200);
    }
    clock.advance(Duration.ofSeconds(60));
    tenant.revoke(revoked);
    suspend(suspended.id());

    Map<String, ApiClient> callers = new LinkedHashMap<>();
    callers.put("no key", nobody);
    callers.put("garbage", nobody.withKey("garbage"));
    callers.put("no Latin-1", nobody.withKey("dmk_\u00ff"));
    callers.put("empty", nobody.with("Authorization", "Bearer "));
    callers.put("another scheme", nobody.with("Authorization", "Basic " + good));
    callers.put("the bare key", nobody.with("Authorization", good));
    callers.put("a wrong secret", nobody.withKey(good.substring(0, good.length() - 2) + "xx"));
    callers.put("an unknown prefix", nobody.withKey(good.replaceFirst("\\..", "._")));
    callers.put(
        "a tenant that is none", nobody.withKey(good.replaceFirst("dmk_.{6}", "dmk_AAAAAA")));
    callers.put("an expired key", nobody.withKey(expired.token()));
    callers.put("a revoked key", nobody.withKey(revoked.token()));
    callers.put("a key of a suspended tenant", nobody.withKey(ofSuspended));
    String first = nobody.get(APartner.PATH).withoutRequestId();
    callers.forEach(
        (what, caller) -> {
          ApiAnswer answer = caller.get(APartner.PATH);
          assertThat(answer.status()).as(what).isEqualTo(401);
          assertThat(answer.header("WWW-Authenticate"))
              .as(what)
              .isEqualTo("Bearer realm=\"dotmac\"");
          assertThat(answer.withoutRequestId()).as(what).isEqualTo(first);
        });
    assertThat(nobody.withKey(good).get(APartner.PATH).status()).isEqualTo(200);
  }

  @Test
  void a_key_in_an_address_or_a_cookie_opens_nothing() {
    String key = ATenant.of(platform).key("good", ALL, null).token();
    for (String name : new String[] {"access_token", "api_key", "key", "token"}) {
      assertThat(nobody.get(APartner.PATH + "?" + name + "=" + key).status()).isEqualTo(401);
    }
    assertThat(nobody.with("Cookie", "Authorization=" + key).get(APartner.PATH).status())
        .isEqualTo(401);
    assertThat(nobody.with("X-Api-Key", key).get(APartner.PATH).status()).isEqualTo(401);
  }

  @Test
  void the_scheme_may_be_written_in_any_case() {
    String key = ATenant.of(platform).key("good", ALL, null).token();
    assertThat(nobody.with("Authorization", "bEaReR " + key).get(APartner.PATH).status())
        .isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicTest> no_endpoint_is_open_without_a_credential() {
    assertThat(Endpoint.all()).hasSizeGreaterThan(20);
    return Endpoint.all().stream()
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      ApiAnswer answer =
                          nobody.send(endpoint.verb(), endpoint.addressOfNothing(), null);
                      assertThat(answer.status()).isEqualTo(401);
                      assertThat(answer.code()).isEqualTo("unauthenticated");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> an_endpoint_names_the_permission_that_a_key_lacks() {
    ATenant ordinary = ATenant.of(platform);
    ATenant ours = ATenant.ofThePlatform(platform);
    return Endpoint.all().stream()
        .flatMap(
            endpoint ->
                Stream.ofNullable(endpoint.permission())
                    .map(
                        asked ->
                            namesWhatIsLacking(
                                endpoint, asked, asked.isOfThePlatform() ? ours : ordinary, ours)));
  }

  private static DynamicTest namesWhatIsLacking(
      Endpoint endpoint, Permission permission, ATenant tenant, ATenant ours) {
    return DynamicTest.dynamicTest(
        endpoint.toString(),
        () -> {
          ApiClient api = tenant.api(allBut(tenant == ours, permission));
          ApiAnswer answer = api.send(endpoint.verb(), endpoint.addressOfNothing(), null);
          assertThat(answer.status()).isEqualTo(403);
          assertThat(answer.code()).isEqualTo("permission-denied");
          assertThat(answer.text("detail")).contains(permission.code());
          ApiClient holder = tenant.api(EnumSet.of(permission));
          assertThat(holder.send(endpoint.verb(), endpoint.addressOfNothing(), null).status())
              .isNotIn(401, 403);
        });
  }

  private static Set<Permission> allBut(boolean ofThePlatform, Permission permission) {
    Set<Permission> rest = EnumSet.copyOf(ofThePlatform ? EnumSet.allOf(Permission.class) : ALL);
    rest.remove(permission);
    return rest;
  }

  private void suspend(UUID tenant) throws SQLException {
    try (var owner = database.connectAsOwner(tenant);
        var statement = owner.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE tenants SET status = 'suspended'")).isEqualTo(1);
    }
  }
}
