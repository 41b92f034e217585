package com.dotmac.platform.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class AuditTrailIT {
  private final TestDatabase database;
  private final ATenant tenant;
  private final ApiClient api;

  AuditTrailIT(RunningPlatform platform, TestDatabase database) {
    this.database = database;
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @Test
  void an_act_is_kept_with_its_author_its_request_and_what_became() {
    ApiAnswer partner =
        APartner.named("Acme").with("tier", "gold").createdBy(api.with("X-Request-Id", "req-1"));
    JsonNode row = newest(partner.id());
    assertThat(row.path("action").asText()).isEqualTo("partner.created");
    assertThat(row.path("resourceKind").asText()).isEqualTo("partner");
    assertThat(row.path("resourceId").asText()).isEqualTo(partner.text("id"));
    assertThat(row.path("actor").path("kind").asText()).isEqualTo("api_key");
    assertThat(row.path("actor").path("name").asText()).isEqualTo("a key");
    assertThat(row.path("actor").path("id").asText()).hasSize(36);
    assertThat(row.path("occurredAt").asText()).isEqualTo(partner.text("createdAt"));
    assertThat(row.path("requestId").asText()).isEqualTo("req-1");
    assertThat(row.path("reason").isNull()).isTrue();
    assertThat(row.path("before").isNull()).isTrue();
    assertThat(row.path("after").path("companyName").asText()).isEqualTo("Acme");
    assertThat(row.path("after").path("tier").asText()).isEqualTo("gold");
  }

  @Test
  void of_a_change_only_the_fields_that_differ_are_kept() {
    ApiAnswer partner = APartner.any().with("phone", "1").createdBy(api);
    api.ifMatch(partner.etag())
        .patch(
            APartner.path(partner),
            "{\"phone\": null, \"tier\": \"gold\", \"primaryEmail\": \"desk@partner.example\"}");
    JsonNode row = newest(partner.id());
    assertThat(row.path("action").asText()).isEqualTo("partner.changed");
    assertThat(row.path("before")).hasToString("{\"tier\":\"bronze\",\"phone\":\"1\"}");
    assertThat(row.path("after")).hasToString("{\"tier\":\"gold\",\"phone\":null}");
  }

  @Test
  void a_step_is_kept_with_its_reason() {
    ApiAnswer partner = APartner.any().createdBy(api);
    api.ifMatch(partner.etag())
        .post(APartner.path(partner) + "/activate", Map.of("reason", "contract signed"));
    JsonNode row = newest(partner.id());
    assertThat(row.path("action").asText()).isEqualTo("partner.activated");
    assertThat(row.path("reason").asText()).isEqualTo("contract signed");
    assertThat(row.path("before")).hasToString("{\"status\":\"pending\"}");
    assertThat(row.path("after")).hasToString("{\"status\":\"active\"}");
  }

  @Test
  void each_verb_leaves_exactly_one_row() throws SQLException {
    long before = rows();
    ApiAnswer partner = APartner.any().createdBy(api);
    ApiAnswer customer = ACustomer.any().createdBy(api);
    String path = APartner.path(partner);
    partner = api.ifMatch(partner.etag()).patch(path, Map.of("tier", "gold"));
    for (String step : List.of("activate", "suspend", "activate")) {
      partner = APartner.step(api, partner, step);
    }
    ApiAnswer user =
        api.post(
            path + "/users",
            Map.of("firstName", "A", "lastName", "B", "email", "a@b.example", "role", "finance"));
    String ofUser = path + "/users/" + user.id();
    user = api.ifMatch(user.etag()).patch(ofUser, Map.of("firstName", "Eve"));
    api.ifMatch(user.etag()).delete(ofUser);
    ApiAnswer account = ACustomer.given(api, customer, partner);
    String ofAccount = path + "/accounts/" + account.id();
    account = api.ifMatch(account.etag()).patch(ofAccount, Map.of("notes", "x"));
    api.ifMatch(account.etag()).delete(ofAccount);
    partner = APartner.step(api, partner, "terminate");
    partner = APartner.step(api, partner, "archive");
    customer = api.ifMatch(customer.etag()).patch(ACustomer.path(customer), Map.of("name", "N"));
    api.ifMatch(customer.etag()).post(ACustomer.path(customer) + "/archive");

    assertThat(actions(partner.id()))
        .containsExactly(
            "partner.archived",
            "partner.terminated",
            "partner.activated",
            "partner.suspended",
            "partner.activated",
            "partner.changed",
            "partner.created");
    assertThat(actions(user.id()))
        .containsExactly("partner_user.deactivated", "partner_user.changed", "partner_user.added");
    assertThat(actions(account.id()))
        .containsExactly(
            "partner_account.ended", "partner_account.changed", "partner_account.assigned");
    assertThat(actions(customer.id()))
        .containsExactly("customer.archived", "customer.changed", "customer.created");
    assertThat(rows() - before).isEqualTo(7 + 3 + 3 + 3);
  }

  @Test
  void terminating_leaves_a_row_for_each_account_that_it_ends() {
    ApiAnswer partner = APartner.any().createdBy(api, "active");
    ApiAnswer one = ACustomer.given(api, ACustomer.any().createdBy(api), partner);
    ApiAnswer two = ACustomer.given(api, ACustomer.any().createdBy(api), partner);
    api.ifMatch(partner.etag())
        .post(APartner.path(partner) + "/terminate", Map.of("reason", "fraud"));
    for (ApiAnswer account : List.of(one, two)) {
      JsonNode row = newest(account.id());
      assertThat(row.path("action").asText()).isEqualTo("partner_account.ended");
      assertThat(row.path("reason").asText()).isEqualTo("fraud");
      assertThat(row.path("after")).hasSize(1);
    }
  }

  @Test
  void a_refusal_leaves_nothing() throws SQLException {
    ApiAnswer partner = APartner.named("Acme").createdBy(api);
    ApiAnswer other = APartner.any().createdBy(api);
    long before = rows();
    assertThat(APartner.named("acme").postedBy(api).status()).isEqualTo(409);
    assertThat(APartner.named("").postedBy(api).status()).isEqualTo(422);
    assertThat(APartner.step(api, partner, "archive").status()).isEqualTo(409);
    ApiClient stale = api.ifMatch("\"9\"");
    assertThat(stale.patch(APartner.path(partner), Map.of("tier", "gold")).status()).isEqualTo(412);
    ApiClient fresh = api.ifMatch(other.etag());
    assertThat(fresh.patch(APartner.path(other), Map.of("companyName", "ACME")).status())
        .isEqualTo(409);
    assertThat(fresh.patch(APartner.path(other), "{}").status()).isEqualTo(200);
    assertThat(api.get(APartner.PATH).status()).isEqualTo(200);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void the_application_can_neither_change_nor_remove_a_row() throws SQLException {
    APartner.any().createdBy(api);
    try (var app = database.connectAsApp(tenant.id());
        var statement = app.createStatement()) {
      for (String attempt :
          List.of(
              "UPDATE audit_activities SET actor_name = 'nobody'",
              "DELETE FROM audit_activities",
              "TRUNCATE audit_activities")) {
        assertThatThrownBy(() -> statement.execute(attempt))
            .as(attempt)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      }
    }
  }

  @Test
  void the_trail_is_filtered_by_actor_action_and_resource() {
    ApiAnswer partner = APartner.any().createdBy(api, "active");
    ACustomer.any().createdBy(api);
    ApiClient other = tenant.api();
    ApiAnswer ofOther = ACustomer.any().createdBy(other);
    String actor = newest(ofOther.id()).path("actor").path("id").asText();

    assertThat(trail("actorId=" + actor).column("resourceId")).containsExactly(ofOther.text("id"));
    assertThat(trail("action=partner.activated").column("resourceId"))
        .containsExactly(partner.text("id"));
    assertThat(trail("resourceKind=customer").column("action"))
        .containsExactly("customer.created", "customer.created");
    assertThat(trail("resourceKind=customer&actorId=" + actor).rows()).hasSize(1);
    assertThat(trail("resourceId=" + UUID.randomUUID()).rows()).isEmpty();
    assertThat(trail("limit=100").column("action")).contains("tenant.registered");
  }

  @Test
  void a_span_begins_with_its_first_instant_and_ends_before_its_last() {
    List<String> instants =
        List.of(1, 2, 3).stream()
            .map(each -> ACustomer.any().createdBy(api).text("createdAt"))
            .toList();
    String kind = "resourceKind=customer&";
    assertThat(trail(kind + "from=" + instants.get(1)).column("occurredAt"))
        .containsExactly(instants.get(2), instants.get(1));
    assertThat(trail(kind + "to=" + instants.get(1)).column("occurredAt"))
        .containsExactly(instants.get(0));
    assertThat(
            trail(kind + "from=" + instants.get(0) + "&to=" + instants.get(2)).column("occurredAt"))
        .containsExactly(instants.get(1), instants.get(0));
    assertThat(trail(kind + "from=" + instants.get(1) + "&to=" + instants.get(1)).rows()).isEmpty();
  }

  @Test
  void the_pages_of_a_filtered_trail_are_the_whole_though_acts_are_added() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(0, ACustomer.any().createdBy(api).text("id"));
    }
    List<String> read = new ArrayList<>();
    String page = "action=customer.created&limit=2";
    for (String cursor = ""; cursor != null; ) {
      ApiAnswer answer = trail(page + cursor);
      read.addAll(answer.column("resourceId"));
      ACustomer.any().createdBy(api);
      cursor = answer.nextCursor().map("&cursor="::concat).orElse(null);
    }
    assertThat(read).isEqualTo(all);
  }

  @Test
  void a_filter_that_cannot_be_read_is_refused() {
    for (String wrong :
        List.of(
            "resourceId=x",
            "actorId=x",
            "from=yesterday",
            "from=2026-01-01",
            "to=%2B1000000000-01-01T00:00:00Z",
            "from=1969-12-31T23:59:59Z",
            "action=",
            "actor=ada")) {
      assertThat(trail(wrong).status()).as(wrong).isEqualTo(400);
    }
  }

  private ApiAnswer trail(String query) {
    return api.get("/api/v1/audit-activities?" + query);
  }

  private List<String> actions(UUID resource) {
    return api.get("/api/v1/audit-activities?resourceId=" + resource).column("action");
  }

  private JsonNode newest(UUID resource) {
    return api.get("/api/v1/audit-activities?resourceId=" + resource).rows().get(0);
  }

  private long rows() throws SQLException {
    try (var app = database.connectAsApp(tenant.id());
        var statement = app.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM audit_activities")) {
      row.next();
      return row.getLong(1);
    }
  }
}
