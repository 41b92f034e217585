package com.dotmac.platform.it.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class OwnTenantIT {
  private static final String PATH = "/api/v1/tenant";

  private final ATenant tenant;
  private final ApiClient api;

  OwnTenantIT(RunningPlatform platform) {
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @Test
  void a_tenant_reads_and_changes_its_own_settings() {
    ApiAnswer read = api.get(PATH);
    assertThat(read.text("id")).isEqualTo(tenant.id().toString());
    assertThat(read.text("timeZone")).isEqualTo("Europe/Lisbon");
    assertThat(api.patch(PATH, Map.of("name", "New")).status()).isEqualTo(428);
    ApiAnswer changed =
        api.ifMatch(read.etag())
            .patch(
                PATH,
                Map.of("name", "New", "timeZone", "America/New_York", "defaultCurrency", "USD"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(api.get(PATH).body()).isEqualTo(changed.body());
    assertThat(changed.text("name")).isEqualTo("New");
    assertThat(changed.text("defaultCurrency")).isEqualTo("USD");
    assertThat(api.ifMatch(read.etag()).patch(PATH, Map.of("name", "Old")).status()).isEqualTo(412);
    assertThat(
            api.get("/api/v1/audit-activities?action=tenant.changed").rows().get(0).path("before"))
        .hasToString(
            "{\"name\":\"%s\",\"timeZone\":\"Europe/Lisbon\",\"defaultCurrency\":\"EUR\"}"
                .formatted(read.text("name")));
  }

  @Test
  void a_tenant_changes_neither_its_slug_nor_its_status_nor_what_it_is() {
    ApiClient fresh = api.ifMatch(api.get(PATH).etag());
    for (String field : new String[] {"slug", "status", "platform", "id"}) {
      assertThat(fresh.patch(PATH, Map.of(field, "active")).status()).as(field).isEqualTo(422);
    }
  }

  @Test
  void reading_and_changing_are_two_permissions() {
    ApiClient reader = tenant.api(EnumSet.of(Permission.SETTINGS_READ));
    ApiAnswer read = reader.get(PATH);
    assertThat(read.status()).isEqualTo(200);
    assertThat(reader.ifMatch(read.etag()).patch(PATH, Map.of("name", "x")).code())
        .isEqualTo("permission-denied");
  }
}
