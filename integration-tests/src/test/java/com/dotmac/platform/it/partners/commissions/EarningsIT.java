package com.dotmac.platform.it.partners.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACommission;
import com.dotmac.platform.it.fixtures.ACreditNote;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From the money of a customer to the books of a partner, as callers see it. */
@NeedsPlatform
class EarningsIT {
  private static final String EVENTS = "/api/v1/commission-events";
  private static final String SETTINGS = "/api/v1/partner-settings";

  private final ApiClient api;
  private final ApiAnswer customer;
  private final ApiAnswer partner;

  EarningsIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
    ApiAnswer settings = api.get(SETTINGS);
    api.ifMatch(settings.etag()).patch(SETTINGS, Map.of("holdDays", 0, "automaticApproval", false));
    customer = ACustomer.any().createdBy(api);
    partner = APartner.any().with("defaultCommissionRate", "0.04").createdBy(api, "active");
    ACustomer.given(api, customer, partner);
  }

  @Test
  void a_credit_note_lessens_what_is_earned_before_and_after_the_payment() {
    ApiAnswer invoice = AnInvoice.of(customer).in("EUR").over(1_000).finalisedBy(api);
    ACreditNote.of(invoice).over(200, "EUR").issuedBy(api);
    APayment.of(customer, 800, "EUR").takenBy(api);

    untilThereAre(1);

    assertThat(amounts()).containsExactly("32");
    JsonNode terms = api.get(AnInvoice.path(invoice) + "/commission-terms").json().at("/items/0");
    assertThat(terms.path("source").asText()).isEqualTo("partner");
    assertThat(terms.at("/base/amount").asText()).isEqualTo("800");
    assertThat(terms.path("period").isNull()).isTrue();
    assertThat(figure("held")).isEqualTo("32");
  }

  @Test
  void tiers_of_a_month_are_reckoned_anew_when_a_refund_comes() {
    ACommission.tiered("graduated", ACommission.tier(0, "0.05", 0), ACommission.tier(500, "0.1", 0))
        .saying("currency", "EUR")
        .saying("basis", "month")
        .saying("holdDays", 0)
        .createdBy(api);
    ApiAnswer first = AnInvoice.of(customer).in("EUR").over(400).finalisedBy(api);
    APayment.of(customer, 400, "EUR").takenBy(api);
    AnInvoice.of(customer).in("EUR").over(400).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 400, "EUR").takenBy(api);
    untilThereAre(2);

    assertThat(amounts()).containsExactlyInAnyOrder("20", "35");
    JsonNode period =
        api.get(AnInvoice.path(first) + "/commission-terms").json().at("/items/0/period");
    assertThat(period.at("/base/amount").asText()).isEqualTo("800");
    assertThat(period.at("/amount/amount").asText()).isEqualTo("55");

    APayment.post(api.once(), payment, "refunds", Map.of());
    untilThereAre(3);

    assertThat(figure("earned")).isEqualTo("55");
    assertThat(figure("reversed")).isEqualTo("35");
    assertThat(figure("held")).isEqualTo("20");
  }

  @Test
  void what_was_approved_is_lost_from_the_next_payout_and_a_debt_is_written_off() {
    AnInvoice.of(customer).in("EUR").over(1_000).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 1_000, "EUR").takenBy(api);
    untilThereAre(1);
    String event = events().get(0).path("id").asText();
    approve(event);
    assertThat(figure("payable")).isEqualTo("40");
    String adjusted = adjust(-40);
    approve(adjusted);
    assertThat(figure("payable")).isEqualTo("0");

    APayment.post(api.once(), payment, "refunds", Map.of());
    untilThereAre(3);

    assertThat(figure("carried")).isEqualTo("40");
    ApiAnswer written =
        api.once()
            .post(
                APartner.path(partner) + "/write-offs",
                Map.of("currency", "EUR", "reason", "Not worth a letter"));
    assertThat(written.status()).isEqualTo(201);
    assertThat(
            api.once()
                .post(
                    APartner.path(partner) + "/write-offs",
                    Map.of("currency", "EUR", "reason", "Again"))
                .code())
        .isEqualTo("partner-owes-nothing");
    approve(written.text("id"));
    assertThat(figure("carried")).isEqualTo("0");
    assertThat(figure("writtenOff")).isEqualTo("40");
  }

  @Test
  void a_blocked_line_is_not_approved_and_a_cancelled_one_counts_no_more() {
    String id = adjust(700);
    ApiAnswer event = api.get(EVENTS + "/" + id);
    event = api.ifMatch(event.etag()).post(EVENTS + "/" + id + "/block", Map.of("reason", "Odd"));
    assertThat(event.text("blockedReason")).isEqualTo("Odd");
    assertThat(refusal(id)).isEqualTo("commission-event-step-not-allowed");

    event =
        api.ifMatch(event.etag()).post(EVENTS + "/" + id + "/unblock", Map.of("reason", "Fine"));
    event =
        api.once()
            .ifMatch(event.etag())
            .post(EVENTS + "/" + id + "/cancel", Map.of("reason", "Twice"));
    assertThat(event.text("status")).isEqualTo("cancelled");
    assertThat(refusal(id)).isEqualTo("commission-event-step-not-allowed");
    assertThat(figure("held")).isEqualTo("0");
  }

  @Test
  void what_is_held_is_approved_by_nobody_and_own_work_by_somebody_else() {
    ApiAnswer settings = api.get(SETTINGS);
    api.ifMatch(settings.etag()).patch(SETTINGS, Map.of("holdDays", 30, "makerChecker", true));
    AnInvoice.of(customer).in("EUR").over(1_000).finalisedBy(api);
    APayment.of(customer, 1_000, "EUR").takenBy(api);
    untilThereAre(1);

    assertThat(refusal(events().get(0).path("id").asText())).isEqualTo("commission-event-held");
    assertThat(refusal(adjust(10))).isEqualTo("commission-event-own-work");
  }

  private void untilThereAre(int lines) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> events().size() == lines);
  }

  private List<JsonNode> events() {
    return api.get(EVENTS + "?partnerId=" + partner.id()).rows();
  }

  private List<String> amounts() {
    return events().stream().map(event -> event.at("/amount/amount").asText()).toList();
  }

  /** What the books say of the partner in euros; they agree with the lines, or the test ends. */
  private String figure(String name) {
    JsonNode proof = api.get(APartner.path(partner) + "/reconciliation").json().at("/items/0");
    assertThat(proof.at("/drift/amount").asText()).isEqualTo("0");
    assertThat(proof.path("lines")).isEqualTo(proof.path("books"));
    return proof.at("/books/" + name + "/amount").asText();
  }

  private String adjust(long minor) {
    return api.once()
        .post(
            APartner.path(partner) + "/adjustments",
            Map.of("amount", AnInvoice.money(minor, "EUR"), "reason", "Agreed"))
        .text("id");
  }

  private void approve(String id) {
    assertThat(
            api.once()
                .post(EVENTS + "/approve", Map.of("commissionEventIds", List.of(id)))
                .status())
        .isEqualTo(200);
  }

  private String refusal(String id) {
    return api.once().post(EVENTS + "/approve", Map.of("commissionEventIds", List.of(id))).code();
  }
}
