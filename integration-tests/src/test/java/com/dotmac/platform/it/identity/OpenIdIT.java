package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.auth.openid.OpenIdSettings;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.StatementCount;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Who comes in with a token of a provider, and what shuts him out. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class OpenIdIT {
  private static final String ME = "/api/v1/me";
  private static final String USERS = "/api/v1/users/";

  /** The row of the identity with those of its user, his tenant and his roles. */
  private static final int TO_LET_IN = 1;

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RSAKey rsa = AToken.rsa("rsa");
  private final ECKey ec = AToken.ec("ec");
  private final LoopbackProvider provider = new LoopbackProvider(rsa, ec);
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ATenant tenant;

  OpenIdIT(TestDatabase database) {
    this.database = database;
    platform = with(provider.settings());
    tenant = ATenant.of(platform);
  }

  @AfterAll
  void stop() {
    platform.close();
    provider.close();
  }

  @Test
  void a_person_with_a_token_may_do_what_his_roles_allow_and_no_more() {
    Linked manager = linked("pam", StandardRole.PARTNER_MANAGER);
    ApiClient api = bearing(token("pam", manager));
    ApiAnswer partner = APartner.any().postedBy(api);
    assertThat(partner.status()).as(partner.body()).isEqualTo(201);
    assertThat(api.get("/api/v1/users").status()).isEqualTo(403);
    JsonNode act =
        tenant.api().get("/api/v1/audit-activities?resourceId=" + partner.id()).rows().get(0);
    assertThat(act.at("/actor/kind").asText()).isEqualTo("user");
    assertThat(act.at("/actor/id").asText()).isEqualTo(manager.id().toString());
    assertThat(roles(manager, "auditor").status()).isEqualTo(200);
    assertThat(APartner.any().postedBy(api).status()).isEqualTo(403);
    assertThat(api.get("/api/v1/users").status()).isEqualTo(200);
  }

  @Test
  void he_is_the_person_and_has_no_session() {
    Linked person = linked("ann", StandardRole.AUDITOR);
    ApiClient api = bearing(token("ann", person));
    ApiAnswer me = api.get(ME);
    assertThat(me.text("kind")).isEqualTo("user");
    assertThat(me.id()).isEqualTo(person.id());
    assertThat(me.json().at("/tenant/slug").asText()).isEqualTo(person.tenant());
    assertThat(me.json().path("sessionId").isNull()).isTrue();
    Map<String, ApiAnswer> ofSessions = new LinkedHashMap<>();
    ofSessions.put("list", api.get(ME + "/sessions"));
    ofSessions.put("end", api.delete(ME + "/sessions/" + UUID.randomUUID()));
    ofSessions.put("sign out", api.post("/api/v1/sign-out"));
    ofSessions.put("sign out everywhere", api.post("/api/v1/sign-out-everywhere"));
    ofSessions.put(
        "password",
        api.post(
            ME + "/password",
            Map.of("presentPassword", "a", "newPassword", "another good password")));
    ofSessions.forEach(
        (what, answer) -> {
          assertThat(answer.status()).as(what).isEqualTo(403);
          assertThat(answer.text("detail")).as(what).contains("signed in here");
        });
  }

  @Test
  void every_way_to_sign_that_is_allowed_is_taken() {
    Linked person = linked("eve");
    AToken token = token("eve", person);
    for (String type : List.of("JWT", "at+jwt", "AT+JWT", "application/at+jwt")) {
      assertThat(me(token.ofType(type)).id()).as(type).isEqualTo(person.id());
    }
    assertThat(me(token.signedWith(rsa, JWSAlgorithm.PS256)).id()).isEqualTo(person.id());
    assertThat(me(token.signedWith(ec, JWSAlgorithm.ES256)).id()).isEqualTo(person.id());
    assertThat(me(token.with("aud", List.of("https://other.example", LoopbackProvider.AUDIENCE))))
        .satisfies(answer -> assertThat(answer.id()).isEqualTo(person.id()));
    assertThat(me(token.withHeader(said -> said.keyID(null))).id()).isEqualTo(person.id());
  }

  @Test
  void only_what_is_allowed_is_taken_of_a_provider() {
    Linked person = linked("rob");
    OpenIdSettings strict = provider.settings();
    strict.setAlgorithms("ES256");
    try (RunningPlatform other = with(strict)) {
      ApiClient nobody = ApiClient.of(other);
      AToken token = token("rob", person);
      assertThat(nobody.withKey(token.text()).get(ME).status()).isEqualTo(401);
      String allowed = token.signedWith(ec, JWSAlgorithm.ES256).text();
      assertThat(nobody.withKey(allowed).get(ME).status()).isEqualTo(200);
    }
  }

  @Test
  void whoever_is_disabled_suspended_or_not_linked_any_more_is_out_with_his_next_request()
      throws SQLException {
    ATenant shaky = ATenant.of(platform);
    Linked person = Linked.to(provider, "ida", shaky, StandardRole.AUDITOR);
    AToken token = token("ida", person);
    assertThat(me(token).status()).isEqualTo(200);
    ApiClient api = shaky.api();
    String path = USERS + person.id();
    ApiAnswer disabled = api.ifMatch(api.get(path).etag()).post(path + "/disable");
    assertThat(me(token).status()).isEqualTo(401);
    assertThat(api.ifMatch(disabled.etag()).post(path + "/enable").status()).isEqualTo(200);
    assertThat(me(token).status()).isEqualTo(200);
    mark(shaky, "suspended");
    assertThat(me(token).status()).isEqualTo(401);
    mark(shaky, "active");
    assertThat(me(token).status()).isEqualTo(200);
    String link = api.get(path + "/identities").column("id").get(0);
    assertThat(api.delete(path + "/identities/" + link).status()).isEqualTo(200);
    assertThat(me(token).status()).isEqualTo(401);
  }

  @Test
  void a_token_opens_the_tenant_that_it_names_and_no_other() {
    ATenant other = ATenant.of(platform);
    Linked here = linked("twin");
    Linked there = Linked.to(provider, "somebody", other);
    assertThat(me(token("twin", there)).status()).isEqualTo(401);
    assertThat(link(other, there, "twin").status()).isEqualTo(201);
    assertThat(me(token("twin", here)).id()).isEqualTo(here.id());
    assertThat(me(token("twin", there)).id()).isEqualTo(there.id());
  }

  @Test
  void tokens_of_a_provider_of_one_tenant_open_that_one_whatever_they_say() {
    ATenant other = ATenant.of(platform);
    Linked here = linked("una");
    Linked there = Linked.to(provider, "una", other);
    OpenIdSettings fixed = provider.settings();
    fixed.setTenantClaim("");
    fixed.setTenant(here.tenant());
    try (RunningPlatform one = with(fixed)) {
      ApiClient nobody = ApiClient.of(one);
      for (AToken token :
          List.of(
              token("una", here), token("una", there), token("una", here).with("tenant", null))) {
        assertThat(nobody.withKey(token.text()).get(ME).id()).isEqualTo(here.id());
      }
    }
    OpenIdSettings ofNobody = provider.settings();
    ofNobody.setTenantClaim("");
    ofNobody.setTenant("no-such-tenant");
    try (RunningPlatform none = with(ofNobody)) {
      String token = token("una", here).text();
      assertThat(ApiClient.of(none).withKey(token).get(ME).status()).isEqualTo(401);
    }
  }

  @Test
  void letting_somebody_in_costs_one_statement() throws Exception {
    Linked person = linked("kim", StandardRole.PARTNER_MANAGER);
    ApiClient api = bearing(token("kim", person));
    ApiAnswer partner = APartner.any().createdBy(api);
    StatementCount count = StatementCount.of(platform.sessionFactory());
    assertThat(count.during(() -> api.get(APartner.path(partner)))).isEqualTo(1 + TO_LET_IN);
    String stranger = token("stranger", person).text();
    assertThat(count.during(() -> ApiClient.of(platform).withKey(stranger).get(ME)))
        .isEqualTo(TO_LET_IN);
  }

  private RunningPlatform with(OpenIdSettings... settings) {
    return RunningPlatform.on(
        database,
        clock,
        configuration -> {
          StatementCount.unwatched(configuration);
          configuration.setOpenIdProviders(List.of(settings));
        });
  }

  private AToken token(String subject, Linked person) {
    return AToken.of(provider, rsa, subject, person.tenant(), clock);
  }

  private ApiAnswer me(AToken token) {
    return bearing(token).get(ME);
  }

  private ApiClient bearing(AToken token) {
    return ApiClient.of(platform).withKey(token.text());
  }

  private Linked linked(String subject, StandardRole... roles) {
    return Linked.to(provider, subject, tenant, roles);
  }

  private ApiAnswer link(ATenant of, Linked person, String subject) {
    return Linked.link(of.api(), person.id(), provider.issuer(), subject);
  }

  private ApiAnswer roles(Linked person, String... standard) {
    ApiClient api = tenant.api();
    String path = USERS + person.id();
    return api.ifMatch(api.get(path).etag())
        .send(
            "PUT",
            path + "/roles",
            Map.of("standardRoles", List.of(standard), "roleIds", List.of()));
  }

  private void mark(ATenant of, String status) throws SQLException {
    try (var owner = database.connectAsOwner(of.id());
        var statement = owner.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE tenants SET status = '" + status + "'"))
          .isEqualTo(1);
    }
  }
}
