package com.dotmac.platform.it.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two instances on one database: what the one suspends, the other must not let in. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class SuspensionIT {
  private final RunningPlatform platform;
  private final RunningPlatform second;
  private final Registry registry;

  SuspensionIT(TestDatabase database) {
    platform = RunningPlatform.on(database);
    second = RunningPlatform.on(database);
    registry = Registry.of(platform);
  }

  @AfterAll
  void stop() {
    platform.close();
    second.close();
  }

  @Test
  void a_suspended_tenant_is_shut_out_with_its_next_request_on_every_instance_until_resumed() {
    ApiAnswer tenant = registry.register();
    String key =
        ATenant.of(platform, tenant.id()).key("robot", Permission.ofEveryTenant(), null).token();
    List<ApiClient> holders =
        List.of(ApiClient.of(platform).withKey(key), ApiClient.of(second).withKey(key));
    for (ApiClient holder : holders) {
      assertThat(APartner.any().postedBy(holder).status()).isEqualTo(201);
      assertThat(holder.get(APartner.PATH).status()).isEqualTo(200);
    }
    ApiAnswer suspended = registry.suspend(tenant);
    assertThat(suspended.status()).isEqualTo(200);
    assertThat(suspended.text("status")).isEqualTo("suspended");
    for (ApiClient holder : holders) {
      assertThat(holder.get(APartner.PATH).status()).isEqualTo(401);
      assertThat(APartner.any().postedBy(holder).status()).isEqualTo(401);
    }
    ApiAnswer resumed = registry.resume(suspended);
    assertThat(resumed.text("status")).isEqualTo("active");
    for (ApiClient holder : holders) {
      assertThat(holder.get(APartner.PATH).rows()).hasSize(2);
    }
  }

  @Test
  void a_suspension_needs_a_reason_and_the_tag_that_was_read() {
    ApiAnswer tenant = registry.register();
    String path = Registry.PATH + "/" + tenant.id();
    Map<String, String> why = Map.of("reason", "unpaid");
    assertThat(registry.api().post(path + "/suspend", why).status()).isEqualTo(428);
    assertThat(registry.step(tenant, "suspend", Map.of()).faults()).containsExactly("/reason");
    assertThat(registry.step(tenant, "suspend", Map.of("reason", " ")).status()).isEqualTo(422);
    assertThat(registry.api().ifMatch("\"7\"").post(path + "/suspend", why).status())
        .isEqualTo(412);
    assertThat(registry.read(tenant).text("status")).isEqualTo("active");
  }

  @Test
  void a_step_that_was_taken_is_not_taken_again() {
    ApiAnswer tenant = registry.register();
    assertThat(registry.resume(tenant).code()).isEqualTo("tenant-step-not-allowed");
    ApiAnswer suspended = registry.suspend(tenant);
    ApiAnswer again = registry.suspend(suspended);
    assertThat(again.status() + " " + again.code()).isEqualTo("409 tenant-step-not-allowed");
    assertThat(registry.read(tenant).etag()).isEqualTo(suspended.etag());
  }

  @Test
  void the_platforms_own_tenant_is_never_suspended() {
    ApiAnswer own = registry.api().get(Registry.PATH + "/" + ATenant.ofThePlatform(platform).id());
    assertThat(own.json().path("platform").asBoolean()).isTrue();
    ApiAnswer refused = registry.suspend(own);
    assertThat(refused.status() + " " + refused.code()).isEqualTo("409 tenant-is-platform");
    assertThat(registry.read(own).status()).isEqualTo(200);
  }

  @Test
  void a_suspended_tenant_can_still_be_changed_by_the_platform() {
    ApiAnswer suspended = registry.suspend(registry.register());
    ApiAnswer changed = registry.change(suspended, Map.of("name", "Renamed"));
    assertThat(changed.text("name")).isEqualTo("Renamed");
    assertThat(changed.text("status")).isEqualTo("suspended");
  }
}
