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
  void the_trail_says_whose_it_is_about() {
    ApiAnswer answer = api.get("/api/v1/audit-activities");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faults()).containsExactly("resourceId");
    assertThat(api.get("/api/v1/audit-activities?resourceId=x").status()).isEqualTo(400);
    assertThat(actions(UUID.randomUUID())).isEmpty();
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
