package com.dotmac.platform.it.partners.rules;

import static com.dotmac.platform.it.fixtures.ACommission.tier;
import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACommission;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.AProduct;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsPlatform
class CommissionIT {
  private final ApiClient api;

  CommissionIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
  }

  @Test
  void a_rule_is_created_and_read_with_all_that_it_says() {
    ApiAnswer partner = APartner.any().createdBy(api);
    String sold = AProduct.any().createdBy(api).text("id");
    String leftOut = AProduct.any().createdBy(api).text("id");
    String customer = ACustomer.any().createdBy(api).text("id");
    ApiAnswer rule =
        ACommission.tiered("volume", tier(0, "0.10", 0), tier(10_000, "0.2", 500))
            .saying("basis", "quarter")
            .saying("durationMonths", 12)
            .saying("firstPaymentOnly", true)
            .saying("holdDays", 0)
            .saying("productIds", List.of(sold))
            .saying("excludedProductIds", List.of(leftOut))
            .saying("customerIds", List.of(customer))
            .forPartner(partner.id())
            .with("priority", 7)
            .createdBy(api);
    assertThat(rule.header("Location")).endsWith(ACommission.path(rule));
    assertThat(rule.text("partnerId")).isEqualTo(partner.text("id"));
    assertThat(rule.json().path("priority").asInt()).isEqualTo(7);
    assertThat(rule.text("status")).isEqualTo("active");
    var version = rule.json().path("lastVersion");
    assertThat(version.path("number").asInt()).isEqualTo(1);
    assertThat(version.path("effectiveFrom").asText()).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(version.path("effectiveTo").isNull()).isTrue();
    var terms = version.path("terms");
    assertThat(terms.path("model").asText()).isEqualTo("volume");
    assertThat(terms.path("basis").asText()).isEqualTo("quarter");
    assertThat(terms.path("tiers"))
        .hasToString(
            """
            [{"fromAmount":"0","rate":"0.1","flatAmount":"0"},{"fromAmount":"10000","rate":"0.2","flatAmount":"500"}]\
            """);
    assertThat(terms.path("durationMonths").asInt()).isEqualTo(12);
    assertThat(terms.path("firstPaymentOnly").asBoolean()).isTrue();
    assertThat(terms.path("holdDays").asInt(-1)).isZero();
    assertThat(terms.path("productIds")).hasToString("[\"" + sold + "\"]");
    assertThat(terms.path("excludedProductIds")).hasToString("[\"" + leftOut + "\"]");
    assertThat(terms.path("customerIds")).hasToString("[\"" + customer + "\"]");
    ApiAnswer read = api.get(ACommission.path(rule));
    assertThat(read.json()).isEqualTo(rule.json());
    assertThat(read.etag()).isEqualTo(rule.etag());
  }

  @Test
  void what_is_left_out_means_now_for_ever_for_all_with_the_lowest_priority() {
    ApiAnswer rule =
        api.post(
            ACommission.PATH,
            Map.of("name", "Plain", "terms", Map.of("model", "percent", "rate", "0.1")));
    assertThat(rule.status()).as(rule.body()).isEqualTo(201);
    assertThat(rule.json().at("/lastVersion/effectiveFrom"))
        .isEqualTo(rule.json().at("/createdAt"));
    assertThat(rule.json().path("priority").asInt()).isEqualTo(1);
    assertThat(rule.json().path("partnerId").isNull()).isTrue();
    assertThat(rule.json().at("/lastVersion/terms/basis").asText()).isEqualTo("invoice");
    assertThat(rule.json().at("/lastVersion/terms/holdDays").isNull()).isTrue();
  }

  @Test
  void lists_are_narrowed_by_state_partner_and_name() {
    ApiAnswer partner = APartner.any().createdBy(api);
    ApiAnswer ofPartner = ACommission.percent("0.1").forPartner(partner.id()).createdBy(api);
    ApiAnswer gold = ACommission.percent("0.2").with("name", "Gold 100%").createdBy(api);
    ACommission.archived(api, gold);
    assertThat(api.get(ACommission.PATH).column("id"))
        .containsExactly(gold.text("id"), ofPartner.text("id"));
    assertThat(api.get(ACommission.PATH + "?status=archived").column("id"))
        .containsExactly(gold.text("id"));
    assertThat(api.get(ACommission.PATH + "?partnerId=" + partner.id()).column("id"))
        .containsExactly(ofPartner.text("id"));
    assertThat(api.get(ACommission.PATH + "?search=gold%20100%25").column("id"))
        .containsExactly(gold.text("id"));
  }

  static Stream<Arguments> what_makes_no_sense_is_refused_with_its_place() {
    return Stream.of(
        Arguments.of("/terms/rate", ACommission.of("percent")),
        Arguments.of("/terms/rate", ACommission.percent("1.01")),
        Arguments.of("/terms/currency", ACommission.percent("0.1").saying("currency", "EUR")),
        Arguments.of("/terms/flatAmount", ACommission.percent("0.1").saying("flatAmount", "5")),
        Arguments.of("/terms/flatAmount", ACommission.of("flat").saying("currency", "EUR")),
        Arguments.of(
            "/terms/flatAmount",
            ACommission.of("flat").saying("currency", "EUR").saying("flatAmount", "0")),
        Arguments.of("/terms/currency", ACommission.of("flat").saying("flatAmount", "5")),
        Arguments.of(
            "/terms/rate",
            ACommission.of("hybrid").saying("currency", "EUR").saying("flatAmount", "5")),
        Arguments.of("/terms/tiers", ACommission.tiered("volume")),
        Arguments.of(
            "/terms/tiers", ACommission.percent("0.1").saying("tiers", List.of(tier(0, "0", 0)))),
        Arguments.of("/terms/tiers/0/fromAmount", ACommission.tiered("volume", tier(1, "0.1", 0))),
        Arguments.of(
            "/terms/tiers/1/fromAmount",
            ACommission.tiered("graduated", tier(0, "0.1", 0), tier(0, "0.2", 0))),
        Arguments.of("/terms/tiers/0/rate", ACommission.tiered("volume", tier(0, "1.1", 0))),
        Arguments.of("/terms/tiers/0/flatAmount", ACommission.tiered("volume", tier(0, "0.1", -1))),
        Arguments.of("/terms/basis", ACommission.percent("0.1").saying("basis", "month")),
        Arguments.of(
            "/terms/durationMonths", ACommission.percent("0.1").saying("durationMonths", 0)),
        Arguments.of("/terms/holdDays", ACommission.percent("0.1").saying("holdDays", 366)),
        Arguments.of("/priority", ACommission.percent("0.1").with("priority", 0)),
        Arguments.of("/name", ACommission.percent("0.1").with("name", " ")),
        Arguments.of(
            "/effectiveTo",
            ACommission.percent("0.1").with("effectiveTo", "2020-01-01T00:00:00Z")));
  }

  @ParameterizedTest
  @MethodSource
  void what_makes_no_sense_is_refused_with_its_place(String place, ACommission rule) {
    ApiAnswer refusal = rule.postedBy(api);
    assertThat(refusal.status() + " " + refusal.code())
        .as(refusal.body())
        .isEqualTo("422 validation-failed");
    assertThat(refusal.faults()).containsExactly(place);
    assertThat(api.get(ACommission.PATH).rows()).isEmpty();
  }

  @Test
  void a_product_is_not_both_named_and_left_out() {
    List<String> product = List.of(AProduct.any().createdBy(api).text("id"));
    ApiAnswer refusal =
        ACommission.percent("0.1")
            .saying("productIds", product)
            .saying("excludedProductIds", product)
            .postedBy(api);
    assertThat(refusal.faults()).containsExactly("/terms/excludedProductIds");
  }

  @Test
  void whom_and_what_a_rule_names_must_be_there() {
    UUID nobody = UUID.randomUUID();
    assertThat(ACommission.percent("0.1").forPartner(nobody).postedBy(api).code())
        .isEqualTo("partner-not-found");
    assertThat(
            ACommission.percent("0.1")
                .forPartner(APartner.any().createdBy(api, "archived").id())
                .postedBy(api)
                .code())
        .isEqualTo("partner-archived");
    for (String field : List.of("productIds", "excludedProductIds")) {
      assertThat(
              ACommission.percent("0.1")
                  .saying(field, List.of(nobody.toString()))
                  .postedBy(api)
                  .code())
          .isEqualTo("product-not-found");
    }
    assertThat(
            ACommission.percent("0.1")
                .saying("customerIds", List.of(nobody.toString()))
                .postedBy(api)
                .code())
        .isEqualTo("customer-not-found");
  }

  @Test
  void the_name_of_a_rule_is_its_own_until_it_is_archived() {
    ApiAnswer rule = ACommission.percent("0.1").with("name", "Standard").createdBy(api);
    ACommission same = ACommission.percent("0.1").with("name", "STANDARD");
    ApiAnswer refusal = same.postedBy(api);
    assertThat(refusal.status() + " " + refusal.code()).isEqualTo("409 commission-name-taken");
    ApiAnswer other = ACommission.percent("0.1").createdBy(api);
    assertThat(change(other, Map.of("name", "standard")).code()).isEqualTo("commission-name-taken");
    ACommission.archived(api, rule);
    same.createdBy(api);
  }

  @Test
  void name_and_priority_are_changed_and_what_it_says_stays() {
    ApiAnswer rule = ACommission.percent("0.1").createdBy(api);
    ApiAnswer changed = change(rule, Map.of("name", "Better", "priority", 1000));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.text("name")).isEqualTo("Better");
    assertThat(changed.json().path("priority").asInt()).isEqualTo(1000);
    assertThat(changed.json().path("lastVersion")).isEqualTo(rule.json().path("lastVersion"));
    assertThat(change(rule, Map.of("priority", 5)).status()).isEqualTo(412);
    ApiAnswer same = change(changed, Map.of("priority", 1000));
    assertThat(same.etag()).isEqualTo(changed.etag());
  }

  @Test
  void what_is_archived_is_closed() {
    ApiAnswer rule = ACommission.archived(api, ACommission.percent("0.1").createdBy(api));
    assertThat(rule.text("status")).isEqualTo("archived");
    assertThat(change(rule, Map.of("priority", 5)).code()).isEqualTo("commission-archived");
    assertThat(ACommission.percent("0.2").postedAs(api, rule).code())
        .isEqualTo("commission-archived");
    assertThat(api.ifMatch(rule.etag()).post(ACommission.path(rule) + "/archive").code())
        .isEqualTo("commission-archived");
  }

  @Test
  void each_change_is_in_the_audit_trail() {
    ApiAnswer rule = ACommission.percent("0.1").createdBy(api);
    rule = change(rule, Map.of("priority", 3));
    rule =
        ACommission.percent("0.2")
            .with("effectiveFrom", "2030-01-01T00:00:00Z")
            .postedAs(api, rule);
    ACommission.archived(api, rule);
    ApiAnswer trail = api.get("/api/v1/audit-activities?resourceId=" + rule.id());
    assertThat(trail.column("action"))
        .containsExactly(
            "partner_commission.archived",
            "partner_commission.said_anew",
            "partner_commission.changed",
            "partner_commission.created");
    var saidAnew = trail.rows().get(1);
    assertThat(saidAnew.at("/before/rate").asText()).isEqualTo("0.1");
    assertThat(saidAnew.at("/after/rate").asText()).isEqualTo("0.2");
  }

  private ApiAnswer change(ApiAnswer rule, Object body) {
    return api.ifMatch(rule.etag()).patch(ACommission.path(rule), body);
  }
}
