package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnAuthenticator;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An administrator helps who can show no code any more. */
@NeedsPlatform
class SecondFactorResetIT {
  private final RunningPlatform platform;
  private final ATenant tenant;

  SecondFactorResetIT(RunningPlatform platform) {
    this.platform = platform;
    tenant = ATenant.of(platform);
  }

  @Test
  void who_was_helped_is_out_everywhere_and_signs_in_with_his_password_alone() {
    APerson person = tenant.person("ada@example.com", StandardRole.AUDITOR);
    ApiAnswer session = person.signIn();
    AnAuthenticator app = turnedOnBy(person);
    ApiAnswer reset = reset(tenant.api(), person.id());
    assertThat(reset.status()).as(reset.body()).isEqualTo(200);
    assertThat(reset.id()).isEqualTo(person.id());
    assertThat(person.with(session).get("/api/v1/me").status()).isEqualTo(401);
    assertThat(person.refresh(session).status()).isEqualTo(401);
    ApiAnswer tokens = person.signIn();
    assertThat(tokens.status()).isEqualTo(200);
    assertThat(person.with(tokens).get(AnAuthenticator.PATH).text("status")).isEqualTo("off");
    AnAuthenticator other = turnedOnBy(person);
    assertThat(person.signInWith(app.backupCodes().get(0)).status()).isEqualTo(401);
    assertThat(person.signInWith(other.backupCodes().get(0)).status()).isEqualTo(200);
  }

  @Test
  void the_trail_says_who_did_it_and_why() {
    APerson person = tenant.person("ada@example.com", StandardRole.AUDITOR);
    turnedOnBy(person);
    APerson helper = tenant.person("eve@example.com", StandardRole.TENANT_ADMINISTRATOR);
    reset(helper.api(), person.id());
    ApiAnswer acts = tenant.api().get("/api/v1/audit-activities?action=user.second_factor_reset");
    assertThat(acts.rows()).hasSize(1);
    assertThat(acts.rows().get(0).at("/actor/id").asText()).isEqualTo(helper.id().toString());
    assertThat(acts.rows().get(0).path("resourceId").asText()).isEqualTo(person.id().toString());
    assertThat(acts.column("reason")).containsExactly("lost the phone");
    ApiAnswer ended = tenant.api().get("/api/v1/audit-activities?action=session.ended");
    assertThat(ended.rows())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.at("/after/endReason").asText()).isEqualTo("second_factor_reset"));
  }

  @Test
  void of_who_has_none_nothing_changes() {
    APerson person = tenant.person("ada@example.com", StandardRole.AUDITOR);
    ApiAnswer session = person.signIn();
    assertThat(reset(tenant.api(), person.id()).status()).isEqualTo(200);
    assertThat(person.with(session).get("/api/v1/me").status()).isEqualTo(200);
    assertThat(tenant.api().get("/api/v1/audit-activities?action=user.second_factor_reset").rows())
        .isEmpty();
  }

  @Test
  void nobody_resets_that_of_who_may_do_more_than_he_himself() {
    APerson strong = tenant.person("ada@example.com", StandardRole.TENANT_ADMINISTRATOR);
    turnedOnBy(strong);
    ApiClient weak = tenant.api(EnumSet.of(Permission.USERS_READ, Permission.USERS_WRITE));
    assertThat(said(reset(weak, strong.id()))).isEqualTo("403 user-grants-too-much");
    ApiClient reader = tenant.api(EnumSet.of(Permission.USERS_READ));
    assertThat(said(reset(reader, strong.id()))).isEqualTo("403 permission-denied");
    assertThat(said(strong.signIn())).isEqualTo("401 second-factor-required");
  }

  @Test
  void nobody_resets_his_own_and_so_gets_around_the_code() {
    APerson person = tenant.person("ada@example.com", StandardRole.TENANT_ADMINISTRATOR);
    ApiClient api = person.api();
    turnedOnBy(person);
    assertThat(said(reset(api, person.id()))).isEqualTo("409 second-factor-step-not-allowed");
    assertThat(said(person.signIn())).isEqualTo("401 second-factor-required");
  }

  @Test
  void that_of_another_tenants_user_is_as_if_he_were_not_there() {
    APerson theirs = ATenant.of(platform).person("ada@example.com", StandardRole.AUDITOR);
    turnedOnBy(theirs);
    ApiAnswer refused = reset(tenant.api(), theirs.id());
    assertThat(said(refused)).isEqualTo("404 user-not-found");
    assertThat(refused.withoutRequestId())
        .isEqualTo(reset(tenant.api(), UUID.randomUUID()).withoutRequestId());
    assertThat(said(theirs.signIn())).isEqualTo("401 second-factor-required");
  }

  private AnAuthenticator turnedOnBy(APerson person) {
    return AnAuthenticator.turnedOnBy(person.api(), person.password(), platform.clock().instant());
  }

  private static ApiAnswer reset(ApiClient by, UUID id) {
    return by.post(
        "/api/v1/users/" + id + "/reset-second-factor", Map.of("reason", "lost the phone"));
  }

  private static String said(ApiAnswer answer) {
    return answer.status() + " " + answer.code();
  }
}
