package com.dotmac.platform.it.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class TenantIT {
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final Registry registry;

  TenantIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database);
    registry = Registry.of(platform);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void a_tenant_is_registered_and_can_be_read_and_used() {
    ApiAnswer tenant = registry.api().post(Registry.PATH, Registry.body("acme"));
    assertThat(tenant.status()).isEqualTo(201);
    assertThat(tenant.header("Location")).endsWith(Registry.PATH + "/" + tenant.id());
    assertThat(tenant.etag()).isEqualTo("\"0\"");
    assertThat(tenant.text("slug")).isEqualTo("acme");
    assertThat(tenant.text("status")).isEqualTo("active");
    assertThat(tenant.text("timeZone")).isEqualTo("Europe/Berlin");
    assertThat(tenant.json().path("platform").asBoolean()).isFalse();
    ApiAnswer read = registry.read(tenant);
    assertThat(read.body()).isEqualTo(tenant.body());
    assertThat(read.etag()).isEqualTo(tenant.etag());
    ApiAnswer own = ATenant.of(platform, tenant.id()).api().get("/api/v1/tenant");
    assertThat(own.body()).isEqualTo(tenant.body());
  }

  @Test
  void what_is_done_to_a_tenant_is_in_its_own_trail_with_who_did_it() {
    ApiAnswer tenant = registry.register();
    ApiAnswer changed = registry.change(tenant, Map.of("name", "Acme & Co"));
    ApiAnswer suspended = registry.suspend(changed);
    registry.resume(suspended);
    List<JsonNode> acts =
        ATenant.of(platform, tenant.id())
            .api()
            .get("/api/v1/audit-activities?resourceId=" + tenant.id())
            .rows();
    assertThat(acts)
        .extracting(act -> act.path("action").asText())
        .containsExactly(
            "tenant.resumed", "tenant.suspended", "tenant.changed", "tenant.registered");
    assertThat(acts)
        .allSatisfy(
            act -> {
              assertThat(act.path("actor").path("kind").asText()).isEqualTo("api_key");
              assertThat(act.path("actor").path("name").asText()).isEqualTo("a key (platform)");
              assertThat(act.path("requestId").asText()).isNotEmpty();
            });
    assertThat(acts.get(1).path("reason").asText()).isEqualTo("unpaid");
    assertThat(acts.get(2).path("after")).hasToString("{\"name\":\"Acme & Co\"}");
    assertThat(
            ATenant.ofThePlatform(platform)
                .api()
                .get("/api/v1/audit-activities?resourceId=" + tenant.id())
                .rows())
        .isEmpty();
  }

  @Test
  void a_wrong_wish_is_refused_field_by_field() {
    for (Object slug : new Object[] {"", "Acme", "-a", "a-", "a_b", "a".repeat(64)}) {
      assertThat(refusal("slug", slug).faults()).as("%s", slug).containsExactly("/slug");
    }
    for (Object zone : new Object[] {"+02:00", "GMT+2x", "europe/berlin", "SystemV/AST4", "Mars"}) {
      assertThat(refusal("timeZone", zone).faults()).as("%s", zone).containsExactly("/timeZone");
    }
    for (Object currency : new Object[] {"eur", "EURO", "XAU", "XXX", "€"}) {
      assertThat(refusal("defaultCurrency", currency).faults())
          .as("%s", currency)
          .containsExactly("/defaultCurrency");
    }
    assertThat(refusal("name", " ").faults()).containsExactly("/name");
    assertThat(refusal("platform", true).status()).isEqualTo(422);
    assertThat(registry.api().get(Registry.PATH + "?search=a").status()).isEqualTo(400);
  }

  private ApiAnswer refusal(String field, Object value) {
    Map<String, Object> body = Registry.body(Registry.slug());
    body.put(field, value);
    ApiAnswer refusal = registry.api().post(Registry.PATH, body);
    assertThat(refusal.status()).as("%s", value).isEqualTo(422);
    return refusal;
  }

  @Test
  void a_change_needs_the_tag_that_was_read_and_says_what_remains() {
    ApiAnswer tenant = registry.register();
    String path = Registry.PATH + "/" + tenant.id();
    assertThat(registry.api().patch(path, Map.of("name", "B")).status()).isEqualTo(428);
    ApiAnswer changed =
        registry.change(tenant, Map.of("timeZone", "Asia/Tokyo", "defaultCurrency", "JPY"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.etag()).isEqualTo("\"1\"");
    assertThat(changed.text("name")).isEqualTo("Acme");
    assertThat(changed.text("timeZone")).isEqualTo("Asia/Tokyo");
    assertThat(registry.change(tenant, Map.of("name", "B")).status()).isEqualTo(412);
    assertThat(registry.change(changed, Map.of("name", "Acme")).etag()).isEqualTo("\"1\"");
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("name", null);
    for (Map<String, ?> wrong :
        List.of(nothing, Map.of("slug", "other"), Map.of("timeZone", "Z"))) {
      assertThat(registry.change(changed, wrong).status()).as("%s", wrong).isEqualTo(422);
    }
    assertThat(registry.read(tenant).body()).isEqualTo(changed.body());
  }

  @Test
  void of_many_who_register_one_slug_at_once_one_succeeds() {
    String slug = Registry.slug();
    List<ApiAnswer> answers =
        AtOnce.times(6, place -> registry.api().post(Registry.PATH, Registry.body(slug)));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(5)
        .allSatisfy(
            answer ->
                assertThat(answer.status() + " " + answer.code())
                    .isEqualTo("409 tenant-slug-taken"));
  }

  @Test
  void a_request_that_is_repeated_registers_once() {
    Map<String, Object> body = Registry.body(Registry.slug());
    ApiAnswer first = under("k").post(Registry.PATH, body);
    ApiAnswer again = under("k").post(Registry.PATH, body);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    String suspend = Registry.PATH + "/" + first.id() + "/suspend";
    Map<String, String> why = Map.of("reason", "unpaid");
    ApiAnswer suspended = under("s").ifMatch(first.etag()).post(suspend, why);
    assertThat(under("s").ifMatch(first.etag()).post(suspend, why).body())
        .isEqualTo(suspended.body());
  }

  /** The tenant, its audit row and the stored answer are in three tables of two tenants. */
  @Test
  void what_is_not_kept_for_the_caller_was_not_done() {
    Map<String, Object> body = Registry.body(Registry.slug());
    ApiAnswer tenant = registry.register();
    for (String table : List.of("idempotency_keys", "audit_activities")) {
      database.administer("REVOKE INSERT ON %s FROM dotmac_app".formatted(table));
      try {
        assertThat(under(table).post(Registry.PATH, body).status()).as(table).isEqualTo(500);
        assertThat(
                under(table)
                    .ifMatch(tenant.etag())
                    .post(Registry.PATH + "/" + tenant.id() + "/suspend", Map.of("reason", "x"))
                    .status())
            .as(table)
            .isEqualTo(500);
      } finally {
        database.administer("GRANT INSERT ON %s TO dotmac_app".formatted(table));
      }
    }
    assertThat(registry.read(tenant).body()).isEqualTo(tenant.body());
    ApiAnswer registered = under("idempotency_keys").post(Registry.PATH, body);
    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void pages_together_are_the_list_once_also_while_tenants_are_registered() {
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      newestFirst.add(0, registry.register().text("id"));
    }
    List<String> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      ApiAnswer page =
          registry
              .api()
              .get(Registry.PATH + "?limit=2" + cursor.map("&cursor="::concat).orElse(""));
      seen.addAll(page.column("id"));
      assertThat(seen).doesNotHaveDuplicates();
      cursor = page.nextCursor();
      registry.register();
    } while (cursor.isPresent());
    assertThat(seen).startsWith(newestFirst.toArray(String[]::new));
    assertThat(seen).contains(ATenant.ofThePlatform(platform).id().toString());
  }

  @Test
  void the_list_is_narrowed_by_status_and_slug() {
    ApiAnswer tenant = registry.register();
    ApiAnswer suspended = registry.suspend(registry.register());
    String bySlug = Registry.PATH + "?slug=" + tenant.text("slug");
    assertThat(registry.api().get(bySlug).column("id")).containsExactly(tenant.text("id"));
    assertThat(registry.api().get(bySlug + "&status=suspended").rows()).isEmpty();
    assertThat(registry.api().get(Registry.PATH + "?status=suspended&limit=100").column("id"))
        .contains(suspended.text("id"))
        .doesNotContain(tenant.text("id"));
  }

  @Test
  void a_tenant_that_is_none_is_not_found() {
    ApiAnswer none = registry.api().get(Registry.PATH + "/" + new UUID(7, 7));
    assertThat(none.status() + " " + none.code()).isEqualTo("404 tenant-not-found");
  }

  private ApiClient under(String key) {
    return registry.api().with("Idempotency-Key", key);
  }
}
