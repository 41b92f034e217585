package com.dotmac.platform.it.billing.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.it.fixtures.APlan;
import com.dotmac.platform.it.fixtures.AProduct;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class PlanIT {
  private final ATenant tenant;
  private final ApiClient api;
  private final TestDatabase database;

  PlanIT(RunningPlatform platform, TestDatabase database) {
    tenant = ATenant.of(platform);
    api = tenant.api();
    this.database = database;
  }

  @Test
  void a_plan_is_created_and_read() {
    ApiAnswer product = AProduct.any().createdBy(api);
    ApiAnswer plan =
        APlan.named("Hosting, yearly")
            .of(product)
            .with("code", "hosting-1y")
            .with("cycle", "annual")
            .with("trialDays", 14)
            .postedBy(api);
    assertThat(plan.status()).as(plan.body()).isEqualTo(201);
    assertThat(plan.text("productId")).isEqualTo(product.text("id"));
    assertThat(plan.json().path("unitAmount"))
        .hasToString("{\"amount\":\"1470\",\"currency\":\"USD\"}");
    assertThat(plan.text("cycle")).isEqualTo("annual");
    assertThat(plan.json().path("trialDays").asInt()).isEqualTo(14);
    assertThat(api.get(path(plan)).json()).isEqualTo(plan.json());
    assertThat(api.get(APlan.PATH + "?productId=" + product.text("id")).column("id"))
        .containsExactly(plan.text("id"));
  }

  @Test
  void a_price_counts_minor_units_whatever_the_currency() {
    for (String currency : List.of("JPY", "USD", "KWD", "CLF")) {
      ApiAnswer plan = APlan.any().at("999999999999999", currency).createdBy(api);
      assertThat(plan.json().path("unitAmount"))
          .hasToString("{\"amount\":\"999999999999999\",\"currency\":\"%s\"}".formatted(currency));
    }
  }

  @Test
  void nothing_is_a_price_and_less_than_nothing_is_none() {
    assertThat(APlan.any().at("0", "USD").createdBy(api).json().at("/unitAmount/amount").asText())
        .isEqualTo("0");
    ApiAnswer refused = APlan.any().of(AProduct.any().createdBy(api)).at("-1", "USD").postedBy(api);
    assertThat(refused.status() + " " + refused.code()).isEqualTo("422 plan-price-negative");
  }

  @Test
  void wrong_fields_are_refused_each_with_its_place() {
    APlan plan = APlan.any().of(AProduct.any().createdBy(api));
    assertThat(plan.with("unitAmount", Map.of("amount", 1470, "currency", "USD")).postedBy(api))
        .satisfies(answer -> assertThat(answer.faults()).containsExactly("/unitAmount/amount"));
    assertThat(plan.at("14.70", "USD").postedBy(api).faults())
        .containsExactly("/unitAmount/amount");
    assertThat(plan.at("1470", "XAU").postedBy(api).faults())
        .containsExactly("/unitAmount/currency");
    plan.at("1470", "USD");
    assertThat(plan.with("trialDays", 366).postedBy(api).faults()).containsExactly("/trialDays");
    plan.with("trialDays", 365);
    assertThat(plan.with("cycle", "weekly").postedBy(api).faults()).containsExactly("/cycle");
    assertThat(plan.with("cycle", "quarterly").postedBy(api).status()).isEqualTo(201);
  }

  @Test
  void name_and_trial_change_and_nothing_else() {
    ApiAnswer plan = APlan.any().createdBy(api);
    ApiAnswer changed = change(plan, Map.of("name", "Better", "trialDays", 30));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.text("name")).isEqualTo("Better");
    assertThat(changed.json().path("trialDays").asInt()).isEqualTo(30);
    for (String field : List.of("unitAmount", "cycle", "productId", "code")) {
      assertThat(change(changed, Map.of(field, "x")).faults())
          .as(field)
          .containsExactly("/" + field);
    }
  }

  /** Whatever the code does: the application has no right to. */
  @Test
  void the_application_cannot_change_a_price() throws SQLException {
    ApiAnswer plan = APlan.any().createdBy(api);
    try (Connection connection = database.connectAsApp(tenant.id());
        Statement statement = connection.createStatement()) {
      for (String column : List.of("unit_amount = 1", "currency = 'EUR'", "cycle = 'annual'")) {
        assertThatThrownBy(
                () ->
                    statement.executeUpdate(
                        "UPDATE billing_plans SET %s WHERE id = '%s'".formatted(column, plan.id())))
            .as(column)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void a_code_is_one_plans_alone() {
    APlan.any().with("code", "basic").createdBy(api);
    ApiAnswer product = AProduct.any().createdBy(api);
    assertThat(APlan.any().of(product).with("code", "basic").postedBy(api).code())
        .isEqualTo("plan-code-taken");
  }

  @Test
  void an_archived_product_gets_no_new_plan() {
    ApiAnswer product = AProduct.any().createdBy(api);
    AProduct.archived(api, AProduct.PATH, product);
    assertThat(APlan.any().of(product).postedBy(api).code()).isEqualTo("product-archived");
  }

  @Test
  void an_archived_plan_is_closed_to_changes_and_open_to_readers() {
    ApiAnswer archived = AProduct.archived(api, APlan.PATH, APlan.any().createdBy(api));
    assertThat(archived.text("status")).isEqualTo("archived");
    assertThat(change(archived, Map.of("name", "x")).code()).isEqualTo("plan-archived");
    assertThat(api.get(path(archived)).json()).isEqualTo(archived.json());
    assertThat(api.get(APlan.PATH + "?status=archived").column("id"))
        .containsExactly(archived.text("id"));
  }

  private ApiAnswer change(ApiAnswer plan, Object body) {
    return api.ifMatch(plan.etag()).patch(path(plan), body);
  }

  private static String path(ApiAnswer plan) {
    return APlan.PATH + "/" + plan.id();
  }
}
