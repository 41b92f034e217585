package com.dotmac.platform.it.partners.rules;

import static com.dotmac.platform.it.fixtures.ACommission.tier;
import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACommission;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class CommissionSimulationIT {
  private final ApiClient api;
  private final ApiAnswer partner;
  private final String customer;

  CommissionSimulationIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
    partner = APartner.any().with("defaultCommissionRate", "0.05").createdBy(api, "active");
    customer = ACustomer.any().createdBy(api).text("id");
  }

  @Test
  void a_draft_is_laid_beside_what_counts_now() {
    ApiAnswer tried =
        simulate(
            ACommission.percent("0.1"),
            Map.of(),
            sale(1470, "USD", "2026-03-01T00:00:00Z"),
            sale(500, "JPY", "2026-03-02T00:00:00Z"));
    assertThat(tried.status()).as(tried.body()).isEqualTo(200);
    // Half a unit is rounded away from zero: 73.5 is 74.
    assertThat(amounts(tried)).containsExactly("74 USD -> 147 USD", "25 JPY -> 50 JPY");
    JsonNode first = tried.json().path("sales").get(0);
    assertThat(first.at("/now/choice/source").asText()).isEqualTo("partner");
    assertThat(first.at("/draft/choice/source").asText()).isEqualTo("rule");
    assertThat(first.at("/draft/choice/isDraft").asBoolean()).isTrue();
    assertThat(first.at("/draft/choice/commissionId").isNull()).isTrue();
    assertThat(tried.json().path("totals"))
        .extracting(
            total -> total.at("/difference/amount").asText() + total.at("/sold/currency").asText())
        .containsExactly("25JPY", "73USD");
    assertThat(api.get(ACommission.PATH).rows()).isEmpty();
  }

  @Test
  void i17_tiers_over_a_month_are_counted_from_sale_to_sale_and_begin_anew_with_the_next() {
    ApiAnswer tried =
        simulate(
            ACommission.tiered("volume", tier(0, "0.2", 0), tier(10_000, "0.1", 0))
                .saying("basis", "month"),
            Map.of(),
            sale(6_000, "USD", "2026-03-31T22:59:59Z"),
            sale(6_000, "USD", "2026-03-01T00:00:00Z"),
            sale(6_000, "USD", "2026-03-31T23:00:00Z"));
    // In the tenant's zone it is April when the last comes. The second reaches the cheaper tier:
    // 1200 of 12000 in all, which the first has earned.
    assertThat(amounts(tried))
        .containsExactly("300 USD -> 1200 USD", "300 USD -> 0 USD", "300 USD -> 1200 USD");
  }

  @Test
  void the_first_payment_of_each_customer_and_the_months_after_it_count() {
    String other = ACustomer.any().createdBy(api).text("id");
    Map<String, Object> ofOther = new LinkedHashMap<>(sale(1000, "USD", "2026-03-03T00:00:00Z"));
    ofOther.put("customerId", other);
    assertThat(
            amounts(
                simulate(
                    ACommission.percent("0.1").saying("firstPaymentOnly", true),
                    Map.of(),
                    sale(1000, "USD", "2026-03-01T00:00:00Z"),
                    sale(1000, "USD", "2026-03-02T00:00:00Z"),
                    ofOther)))
        .containsExactly("50 USD -> 100 USD", "50 USD -> 0 USD", "50 USD -> 100 USD");
    assertThat(
            amounts(
                simulate(
                    ACommission.percent("0.1").saying("durationMonths", 1),
                    Map.of(),
                    sale(1000, "USD", "2026-01-31T12:00:00Z"),
                    sale(1000, "USD", "2026-02-28T11:59:59Z"),
                    sale(1000, "USD", "2026-02-28T12:00:00Z"))))
        .containsExactly("50 USD -> 100 USD", "50 USD -> 100 USD", "50 USD -> 0 USD");
  }

  @Test
  void a_draft_takes_the_place_of_a_rule_with_its_priority() {
    ApiAnswer rule = ACommission.percent("0.1").with("priority", 5).createdBy(api);
    ACommission.percent("0.2").with("priority", 4).createdBy(api);
    Map<String, Object> sale = sale(1000, "USD", "2026-03-01T00:00:00Z");
    assertThat(
            amounts(
                simulate(
                    ACommission.percent("0.3"), Map.of("commissionId", rule.text("id")), sale)))
        .containsExactly("100 USD -> 300 USD");
    assertThat(
            amounts(
                simulate(
                    ACommission.percent("0.3"),
                    Map.of("commissionId", rule.text("id"), "priority", 3),
                    sale)))
        .containsExactly("100 USD -> 200 USD");
    // Beside the others it has the lowest priority unless it says otherwise.
    assertThat(amounts(simulate(ACommission.percent("0.3"), Map.of(), sale)))
        .containsExactly("100 USD -> 100 USD");
  }

  @Test
  void what_makes_no_sense_is_refused_with_its_place() {
    Map<String, Object> sale = sale(1000, "USD", "2026-03-01T00:00:00Z");
    assertThat(simulate(ACommission.of("percent"), Map.of(), sale).faults())
        .containsExactly("/terms/rate");
    assertThat(
            simulate(ACommission.percent("0.1"), Map.of(), sale(-1, "USD", "2026-03-01T00:00:00Z"))
                .faults())
        .containsExactly("/sales/0/amount");
    assertThat(simulate(ACommission.percent("0.1"), Map.of()).faults()).containsExactly("/sales");
    assertThat(
            simulate(
                    ACommission.percent("0.1"),
                    Map.of("commissionId", "00000000-0000-7000-8000-000000000001"),
                    sale)
                .code())
        .isEqualTo("commission-not-found");
  }

  private Map<String, Object> sale(long amount, String currency, String at) {
    return Map.of(
        "customerId",
        customer,
        "amount",
        Map.of("amount", Long.toString(amount), "currency", currency),
        "at",
        at);
  }

  private ApiAnswer simulate(ACommission draft, Map<String, Object> more, Object... sales) {
    Map<String, Object> body = new LinkedHashMap<>(more);
    body.put("partnerId", partner.text("id"));
    body.put("terms", draft.terms());
    body.put("sales", List.of(sales));
    return api.post(ACommission.PATH + "/simulate", body);
  }

  private static List<String> amounts(ApiAnswer tried) {
    List<String> amounts = new ArrayList<>();
    tried
        .json()
        .path("sales")
        .forEach(
            sale ->
                amounts.add(
                    money(sale.at("/now/amount")) + " -> " + money(sale.at("/draft/amount"))));
    return amounts;
  }

  private static String money(JsonNode money) {
    return money.path("amount").asText() + " " + money.path("currency").asText();
  }
}
