package com.dotmac.platform.it.partners.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.dotmac.platform.it.fixtures.ACommission;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.AProduct;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class CommissionExplanationIT {
  private final ApiClient api;
  private final ApiAnswer partner;
  private final String customer;
  private final String product;

  CommissionExplanationIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
    partner = APartner.any().with("defaultCommissionRate", "0.05").createdBy(api, "active");
    customer = ACustomer.any().createdBy(api).text("id");
    product = AProduct.any().createdBy(api).text("id");
  }

  @Test
  void without_a_rule_the_rate_of_the_partner_decides_and_without_one_nothing_does() {
    ApiAnswer why = explain(Map.of());
    assertThat(why.status()).as(why.body()).isEqualTo(200);
    assertThat(choice(why)).isEqualTo("partner 0.05 null");
    ApiAnswer bare = APartner.any().createdBy(api);
    assertThat(choice(explain(Map.of("partnerId", bare.text("id")))))
        .isEqualTo("none null no_rule");
    ACommission.percent("0.1")
        .saying("customerIds", List.of(ACustomer.any().createdBy(api).text("id")))
        .createdBy(api);
    assertThat(choice(explain(Map.of("partnerId", bare.text("id")))))
        .isEqualTo("none null no_rule_fits");
  }

  @Test
  void the_greatest_priority_decides_and_each_rule_is_told_why_it_did_not() {
    ApiAnswer weak = ACommission.percent("0.1").with("priority", 1).createdBy(api);
    ApiAnswer strong =
        ACommission.percent("0.2")
            .with("priority", 9)
            .saying("productIds", List.of(product))
            .createdBy(api);
    ApiAnswer excluding =
        ACommission.percent("0.3")
            .with("priority", 100)
            .saying("excludedProductIds", List.of(product))
            .createdBy(api);
    ApiAnswer euro =
        ACommission.of("flat")
            .with("priority", 90)
            .saying("currency", "EUR")
            .saying("flatAmount", "100")
            .createdBy(api);
    ApiAnswer gone =
        ACommission.archived(api, ACommission.percent("0.9").with("priority", 80).createdBy(api));
    ACommission.percent("0.9").forPartner(APartner.any().createdBy(api).id()).createdBy(api);
    ApiAnswer why = explain(Map.of());
    assertThat(choice(why)).isEqualTo("rule null null");
    assertThat(why.json().at("/choice/commissionId").asText()).isEqualTo(strong.text("id"));
    assertThat(why.json().at("/choice/versionId")).isEqualTo(strong.json().at("/lastVersion/id"));
    assertThat(considered(why))
        .containsExactly(
            tuple(strong.text("name"), "won"),
            tuple(weak.text("name"), "lower_priority"),
            tuple(excluding.text("name"), "product_excluded"),
            tuple(euro.text("name"), "other_currency"),
            tuple(gone.text("name"), "archived"));
  }

  @Test
  void the_rate_of_the_account_comes_before_every_rule_while_the_account_runs() {
    ACommission.percent("0.1").createdBy(api);
    assertThat(explain(Map.of()).json().path("looksAfterCustomer").asBoolean(true)).isFalse();
    api.post(
        APartner.path(partner) + "/accounts",
        Map.of("customerId", customer, "engagementType", "referral", "customCommissionRate", "0"));
    ApiAnswer why = explain(Map.of());
    assertThat(why.json().path("looksAfterCustomer").asBoolean()).isTrue();
    assertThat(choice(why)).isEqualTo("account 0 null");
    assertThat(considered(why))
        .extracting(one -> one.toList().get(1))
        .containsExactly("account_rate");
    ApiAnswer before = explain(Map.of("at", "2021-01-01T00:00:00Z"));
    assertThat(before.json().path("looksAfterCustomer").asBoolean(true)).isFalse();
    assertThat(choice(before)).isEqualTo("rule null null");
  }

  @Test
  void i12_the_version_counts_that_counted_at_the_instant() {
    ApiAnswer rule = ACommission.percent("0.1").createdBy(api);
    ApiAnswer anew =
        ACommission.percent("0.2")
            .with("effectiveFrom", "2025-07-01T00:00:00Z")
            .postedAs(api, rule);
    for (var one :
        Map.of(
                "2019-12-31T23:59:59.999999Z", "not_yet_effective 1",
                "2020-01-01T00:00:00Z", "won 1",
                "2025-06-30T23:59:59.999999Z", "won 1",
                "2025-07-01T00:00:00Z", "won 2")
            .entrySet()) {
      ApiAnswer why = explain(Map.of("at", one.getKey()));
      var considered = why.json().path("considered").get(0);
      assertThat(considered.path("verdict").asText() + " " + considered.path("number").asText())
          .as(one.getKey())
          .isEqualTo(one.getValue());
      assertThat(why.text("at")).isEqualTo(one.getKey());
    }
    assertThat(anew.status()).isEqualTo(200);
  }

  @Test
  void who_and_what_is_asked_about_must_be_there() {
    String nobody = "00000000-0000-7000-8000-000000000001";
    assertThat(explain(Map.of("partnerId", nobody)).code()).isEqualTo("partner-not-found");
    assertThat(explain(Map.of("customerId", nobody)).code()).isEqualTo("customer-not-found");
    assertThat(explain(Map.of("productId", nobody)).code()).isEqualTo("product-not-found");
    assertThat(explain(Map.of("currency", "XAU")).faults()).containsExactly("/currency");
  }

  private ApiAnswer explain(Map<String, Object> fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("partnerId", partner.text("id"));
    body.put("customerId", customer);
    body.put("productId", product);
    body.put("currency", "USD");
    body.putAll(fields);
    return api.post(ACommission.PATH + "/explain", body);
  }

  private static String choice(ApiAnswer why) {
    var choice = why.json().path("choice");
    return choice.path("source").asText()
        + " "
        + choice.path("rate").asText()
        + " "
        + choice.path("reason").asText();
  }

  private static List<Tuple> considered(ApiAnswer why) {
    List<Tuple> rules = new ArrayList<>();
    why.json()
        .path("considered")
        .forEach(one -> rules.add(tuple(one.path("name").asText(), one.path("verdict").asText())));
    return rules;
  }
}
