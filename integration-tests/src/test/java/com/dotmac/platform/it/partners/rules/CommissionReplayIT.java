package com.dotmac.platform.it.partners.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACommission;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a period would have come to under a draft of a rule, from the money that really came. */
@NeedsPlatform
class CommissionReplayIT {
  private static final String EVENTS = "/api/v1/commission-events";
  private static final String ALWAYS = "2020-01-01T00:00:00Z";
  private static final String SOMETIME = "2100-01-01T00:00:00Z";

  private final ApiClient api;
  private final ApiAnswer customer;
  private final ApiAnswer partner;

  CommissionReplayIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
    customer = ACustomer.any().createdBy(api);
    partner = APartner.any().with("defaultCommissionRate", "0.04").createdBy(api, "active");
    ACustomer.given(api, customer, partner);
  }

  @Test
  void what_was_booked_is_laid_beside_what_a_draft_would_have_booked() {
    bill(1_000);
    ApiAnswer back = bill(500);
    APayment.post(api.once(), back, "refunds", Map.of());
    untilThereAre(3);
    int rows = api.get(EVENTS).rows().size();

    ApiAnswer replayed = replay(ACommission.percent("0.1"), Map.of(), ALWAYS, SOMETIME);

    assertThat(replayed.status()).as(replayed.body()).isEqualTo(200);
    assertThat(totals(replayed)).containsExactly("1000 EUR: 40 -> 100, 60");
    assertThat(api.get(EVENTS).rows()).hasSize(rows);
  }

  @Test
  void an_invoice_of_which_money_came_before_the_period_keeps_what_was_decided() {
    ApiAnswer old = bill(1_000);
    untilThereAre(1);
    Instant from = Instant.parse(old.text("createdAt")).plusMillis(1);
    Awaitility.await().until(() -> Instant.now().isAfter(from));
    api.ifMatch(partner.etag())
        .patch(APartner.path(partner), Map.of("defaultCommissionRate", "0.08"));
    bill(500);
    APayment.post(api.once(), old, "refunds", Map.of());
    untilThereAre(3);

    // The refund takes back the 40 that were booked, under the draft as well.
    assertThat(totals(replay(ACommission.percent("0.1"), Map.of(), from.toString(), SOMETIME)))
        .containsExactly("-500 EUR: 0 -> 10, 10");
    assertThat(totals(replay(ACommission.percent("0.1"), Map.of(), ALWAYS, from.toString())))
        .containsExactly("1000 EUR: 40 -> 100, 60");
    assertThat(
            totals(replay(ACommission.percent("0.1"), Map.of(), SOMETIME, "2101-01-01T00:00:00Z")))
        .isEmpty();
  }

  @Test
  void a_draft_takes_the_place_of_a_rule_and_tiers_of_a_month_are_counted() {
    ApiAnswer rule = ACommission.percent("0.2").with("priority", 5).createdBy(api);
    bill(400);
    bill(400);
    untilThereAre(2);
    ACommission graduated =
        ACommission.tiered(
                "graduated", ACommission.tier(0, "0.05", 0), ACommission.tier(500, "0.1", 0))
            .saying("currency", "EUR")
            .saying("basis", "year");

    assertThat(totals(replay(graduated, Map.of("commissionId", rule.text("id")), ALWAYS, SOMETIME)))
        .containsExactly("800 EUR: 160 -> 55, -105");
    // Beside the rule it is weaker.
    assertThat(totals(replay(graduated, Map.of(), ALWAYS, SOMETIME)))
        .containsExactly("800 EUR: 160 -> 160, 0");
  }

  @Test
  void a_payment_in_parts_is_replayed_to_the_unit() {
    AnInvoice.of(customer).in("EUR").over(999).finalisedBy(api);
    for (int part = 0; part < 3; part++) {
      APayment.of(customer, 333, "EUR").takenBy(api);
    }
    untilThereAre(3);

    // Of 999 a tenth is 99.9: in parts 33.3, 66.6 and 99.9.
    assertThat(totals(replay(ACommission.percent("0.1"), Map.of(), ALWAYS, SOMETIME)))
        .containsExactly("999 EUR: 40 -> 100, 60");
  }

  @Test
  void what_makes_no_sense_is_refused_with_its_place() {
    assertThat(replay(ACommission.percent("0.1"), Map.of(), SOMETIME, SOMETIME).faults())
        .containsExactly("/to");
    assertThat(
            replay(
                    ACommission.percent("0.1"),
                    Map.of("commissionId", "00000000-0000-7000-8000-000000000001"),
                    ALWAYS,
                    SOMETIME)
                .code())
        .isEqualTo("commission-not-found");
    assertThat(
            replay(
                    ACommission.percent("0.1"),
                    Map.of("partnerId", "00000000-0000-7000-8000-000000000001"),
                    ALWAYS,
                    SOMETIME)
                .code())
        .isEqualTo("partner-not-found");
  }

  private ApiAnswer bill(long net) {
    AnInvoice.of(customer).in("EUR").over(net).finalisedBy(api);
    return APayment.of(customer, net, "EUR").takenBy(api);
  }

  private void untilThereAre(int lines) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api.get(EVENTS).rows().size(), count -> count == lines);
  }

  private ApiAnswer replay(ACommission draft, Map<String, Object> more, String from, String to) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("partnerId", partner.text("id"));
    body.putAll(more);
    body.put("terms", draft.terms());
    body.put("from", from);
    body.put("to", to);
    return api.post(ACommission.PATH + "/replay", body);
  }

  private static List<String> totals(ApiAnswer answer) {
    return StreamSupport.stream(answer.json().path("totals").spliterator(), false)
        .map(
            total ->
                "%s %s: %s -> %s, %s"
                    .formatted(
                        total.at("/base/amount").asText(),
                        total.at("/base/currency").asText(),
                        total.at("/booked/amount").asText(),
                        total.at("/draft/amount").asText(),
                        total.at("/difference/amount").asText()))
        .toList();
  }
}
