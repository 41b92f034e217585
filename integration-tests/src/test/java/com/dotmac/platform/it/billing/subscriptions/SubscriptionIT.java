package com.dotmac.platform.it.billing.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APlan;
import com.dotmac.platform.it.fixtures.AProduct;
import com.dotmac.platform.it.fixtures.ASubscription;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is asked of subscriptions. The tenants are in Lisbon, whose time in winter is UTC. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionIT {
  private static final String BEGIN = "2026-01-31T10:00:00Z";

  private final MovableClock clock = MovableClock.at(BEGIN);
  private final RunningPlatform platform;
  private ApiClient api;
  private ApiAnswer plan;

  SubscriptionIT(TestDatabase database) {
    platform = RunningPlatform.on(database, clock);
    api = ATenant.of(platform).api();
    plan = plan("1");
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @BeforeEach
  void begin_anew() {
    clock.moveTo(Instant.parse(BEGIN));
    api = ATenant.of(platform).api();
    plan = plan("3100");
  }

  @Test
  void without_a_trial_the_first_period_is_billed_at_once_and_in_advance() {
    ApiAnswer subscription = ASubscription.to(plan, api).with("quantity", "2").createdBy(api);
    assertThat(subscription.header("Location")).endsWith(ASubscription.path(subscription));
    assertThat(subscription.text("status")).isEqualTo("active");
    assertThat(subscription.text("periodStart")).isEqualTo(BEGIN);
    assertThat(subscription.text("periodEnd")).isEqualTo("2026-02-28T10:00:00Z");
    assertThat(ASubscription.read(api, subscription).json()).isEqualTo(subscription.json());

    ApiAnswer charges = api.get(ASubscription.path(subscription) + "/charges");
    assertThat(charges.column("kind")).containsExactly("period");
    ApiAnswer invoice = invoice(charges, 0);
    assertThat(invoice.text("status")).isEqualTo("open");
    assertThat(invoice.text("number")).isEqualTo("INV-2026-000001");
    assertThat(total(invoice)).isEqualTo("7378");
    assertThat(invoice.json().at("/lines/0/description").asText())
        .isEqualTo("Basic (2026-01-31 to 2026-02-28)");
    assertThat(facts(subscription))
        .containsExactly("subscription.activated", "subscription.created");
  }

  @Test
  void a_trial_costs_nothing() {
    ApiAnswer tried = plan("3100", Map.of("trialDays", 14));
    ApiAnswer subscription = ASubscription.to(tried, api).createdBy(api);
    assertThat(subscription.text("status")).isEqualTo("trialing");
    assertThat(subscription.json().path("trial").asBoolean()).isTrue();
    assertThat(subscription.text("periodEnd")).isEqualTo("2026-02-14T10:00:00Z");
    assertThat(api.get(ASubscription.path(subscription) + "/charges").rows()).isEmpty();
    assertThat(facts(subscription)).containsExactly("subscription.created");
  }

  @Test
  void a_discount_and_an_exemption_count_for_the_period() {
    UUID customer = ACustomer.any().with("taxExempt", true).createdBy(api).id();
    api.post(
        "/api/v1/pricing-rules",
        Map.of("planId", plan.text("id"), "name", "Spring", "discountRate", "0.1"));
    ApiAnswer subscription = ASubscription.of(customer, plan.id()).createdBy(api);
    ApiAnswer invoice = invoice(api.get(ASubscription.path(subscription) + "/charges"), 0);
    assertThat(total(invoice)).isEqualTo("2790");
  }

  @Test
  void what_is_closed_is_not_subscribed_to() {
    UUID customer = ACustomer.any().createdBy(api).id();
    ApiAnswer gone = ACustomer.any().archivedBy(api);
    assertThat(ASubscription.of(gone.id(), plan.id()).postedBy(api).code())
        .isEqualTo("customer-archived");
    AProduct.archived(api, APlan.PATH, plan);
    assertThat(ASubscription.of(customer, plan.id()).postedBy(api).code())
        .isEqualTo("plan-archived");
    UUID inEuros = ACustomer.any().with("currency", "EUR").createdBy(api).id();
    ApiAnswer other = ASubscription.of(inEuros, plan("3100").id()).postedBy(api);
    assertThat(other.status() + " " + other.code()).isEqualTo("422 subscription-other-currency");
  }

  @Test
  void an_upgrade_now_gives_the_unused_back_and_charges_the_rest_in_one_invoice() {
    ApiAnswer subscription = ASubscription.to(plan, api).createdBy(api);
    clock.advance(Duration.ofDays(14));
    ApiAnswer changed = change(subscription, plan("6200"), "now");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.text("periodEnd")).isEqualTo(subscription.text("periodEnd"));
    ApiAnswer charges = api.get(ASubscription.path(subscription) + "/charges");
    assertThat(charges.column("kind")).containsExactly("change", "period");
    ApiAnswer invoice = invoice(charges, 0);
    // Half of the 28 days is left: 15.50 of the old, 31.00 of the new, and 19 % tax on each.
    assertThat(invoice.json().at("/lines/0/unitPrice/amount").asText()).isEqualTo("-1550");
    assertThat(invoice.json().at("/lines/0/description").asText())
        .isEqualTo("Unused: Basic (2026-02-14 to 2026-02-28)");
    assertThat(invoice.json().at("/lines/1/unitPrice/amount").asText()).isEqualTo("3100");
    assertThat(total(invoice)).isEqualTo("1844");
    assertThat(invoice.text("status")).isEqualTo("open");
    assertThat(facts(subscription)).startsWith("subscription.plan_changed");
  }

  @Test
  void a_second_change_goes_by_what_the_first_made_of_it() {
    ApiAnswer subscription = ASubscription.to(plan, api).createdBy(api);
    clock.advance(Duration.ofDays(7));
    ApiAnswer once = change(subscription, plan("6200"), "now");
    clock.advance(Duration.ofDays(7));
    ApiAnswer twice = change(once, plan("9300"), "now");
    ApiAnswer invoice = invoice(api.get(ASubscription.path(twice) + "/charges"), 0);
    assertThat(invoice.json().at("/lines/0/unitPrice/amount").asText()).isEqualTo("-3100");
    assertThat(invoice.json().at("/lines/1/unitPrice/amount").asText()).isEqualTo("4650");
  }

  @Test
  void a_plan_of_another_cycle_begins_a_period_of_its_own() {
    ApiAnswer subscription = ASubscription.to(plan, api).createdBy(api);
    clock.advance(Duration.ofDays(14));
    ApiAnswer annual = plan("31000", Map.of("cycle", "annual"));
    ApiAnswer changed = change(subscription, annual, "now");
    assertThat(changed.text("periodStart")).isEqualTo("2026-02-14T10:00:00Z");
    assertThat(changed.text("periodEnd")).isEqualTo("2027-02-14T10:00:00Z");
    ApiAnswer invoice = invoice(api.get(ASubscription.path(changed) + "/charges"), 0);
    assertThat(invoice.json().at("/lines/0/unitPrice/amount").asText()).isEqualTo("-1550");
    assertThat(invoice.json().at("/lines/1/unitPrice/amount").asText()).isEqualTo("31000");
  }

  @Test
  void a_change_at_the_end_of_the_period_waits_and_can_be_taken_back() {
    ApiAnswer subscription = ASubscription.to(plan, api).createdBy(api);
    ApiAnswer smaller = plan("1000");
    ApiAnswer planned = change(subscription, smaller, "period_end");
    assertThat(planned.text("planId")).isEqualTo(plan.text("id"));
    assertThat(planned.text("nextPlanId")).isEqualTo(smaller.text("id"));
    assertThat(api.get(ASubscription.path(planned) + "/charges").rows()).hasSize(1);
    ApiAnswer kept = change(planned, plan, "period_end");
    assertThat(kept.json().path("nextPlanId").isNull()).isTrue();
  }

  @Test
  void in_a_trial_another_plan_takes_the_place_of_the_first_without_an_invoice() {
    ApiAnswer tried = plan("3100", Map.of("trialDays", 14));
    ApiAnswer subscription = ASubscription.to(tried, api).createdBy(api);
    ApiAnswer changed = change(subscription, plan("6200"), "now");
    assertThat(changed.text("status")).isEqualTo("trialing");
    assertThat(changed.text("periodEnd")).isEqualTo(subscription.text("periodEnd"));
    assertThat(api.get(ASubscription.path(changed) + "/charges").rows()).isEmpty();
  }

  @Test
  void a_downgrade_now_is_a_credit_note_for_the_invoice_of_the_period() {
    ApiAnswer subscription = ASubscription.to(plan("6200"), api).createdBy(api);
    clock.advance(Duration.ofDays(14));
    ApiAnswer changed = change(subscription, plan, "now");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    ApiAnswer charges = api.get(ASubscription.path(changed) + "/charges");
    assertThat(charges.rows()).hasSize(1);
    ApiAnswer notes =
        api.get("/api/v1/credit-notes?invoiceId=" + charges.column("invoiceId").get(0));
    // 31.00 and 5.89 of tax are unused, 15.50 and 2.95 are charged: each is rounded by itself.
    assertThat(notes.rows()).hasSize(1);
    assertThat(notes.rows().get(0).at("/total/amount").asText()).isEqualTo("1844");
    assertThat(invoice(charges, 0).json().at("/balance/amount").asText()).isEqualTo("5534");
  }

  @Test
  void what_was_credited_by_hand_is_not_given_back_once_more() {
    ApiAnswer subscription = ASubscription.to(plan("6200"), api).createdBy(api);
    ApiAnswer charges = api.get(ASubscription.path(subscription) + "/charges");
    Map<String, Object> all =
        Map.of("invoiceId", charges.column("invoiceId").get(0), "reason", "goodwill");
    ApiAnswer note = api.once().post("/api/v1/credit-notes", all);
    assertThat(note.status()).as(note.body()).isEqualTo(201);
    clock.advance(Duration.ofDays(14));
    ApiAnswer refused = change(subscription, plan, "now");
    assertThat(refused.status() + " " + refused.code())
        .isEqualTo("409 subscription-nothing-to-give-back");
    assertThat(ASubscription.read(api, subscription).json()).isEqualTo(subscription.json());
  }

  @Test
  void a_subscription_keeps_its_currency() {
    ApiAnswer subscription = ASubscription.to(plan, api).createdBy(api);
    ApiAnswer yen = APlan.any().at("1000", "JPY").createdBy(api);
    assertThat(change(subscription, yen, "now").code()).isEqualTo("subscription-other-currency");
  }

  @Test
  void a_cancellation_waits_for_the_end_of_the_period_and_can_be_taken_back() {
    ApiAnswer subscription = ASubscription.to(plan, api).createdBy(api);
    ApiAnswer canceled = step(subscription, "cancel", Map.of("reason", "too dear"));
    assertThat(canceled.text("status")).isEqualTo("canceled");
    assertThat(canceled.text("canceledAt")).isEqualTo(BEGIN);
    assertThat(change(canceled, plan("6200"), "now").code())
        .isEqualTo("subscription-plan-not-changeable");
    ApiAnswer again = step(canceled, "reactivate", Map.of());
    assertThat(again.text("status")).isEqualTo("active");
    assertThat(again.json().path("canceledAt").isNull()).isTrue();
    assertThat(step(again, "reactivate", Map.of()).code())
        .isEqualTo("subscription-step-not-allowed");
    assertThat(facts(subscription))
        .startsWith("subscription.reactivated", "subscription.cancel_scheduled");
  }

  @Test
  void a_trial_that_was_canceled_goes_on_as_one() {
    ApiAnswer tried = plan("3100", Map.of("trialDays", 14));
    ApiAnswer subscription = ASubscription.to(tried, api).createdBy(api);
    ApiAnswer again = step(step(subscription, "cancel", Map.of()), "reactivate", Map.of());
    assertThat(again.text("status")).isEqualTo("trialing");
  }

  @Test
  void a_cancellation_now_ends_it_for_good_and_gives_nothing_back() {
    ApiAnswer subscription = ASubscription.to(plan, api).createdBy(api);
    ApiAnswer ended = step(subscription, "cancel", Map.of("when", "now"));
    assertThat(ended.text("status")).isEqualTo("ended");
    assertThat(ended.text("endedAt")).isEqualTo(BEGIN);
    assertThat(step(ended, "pause", Map.of()).code()).isEqualTo("subscription-step-not-allowed");
    assertThat(api.get(ASubscription.path(ended) + "/charges").rows()).hasSize(1);
    assertThat(facts(subscription)).startsWith("subscription.ended", "subscription.canceled");
  }

  @Test
  void a_pause_within_the_period_costs_nothing_and_changes_nothing() {
    ApiAnswer subscription = ASubscription.to(plan, api).createdBy(api);
    ApiAnswer paused = step(subscription, "pause", Map.of());
    assertThat(paused.text("status")).isEqualTo("paused");
    clock.advance(Duration.ofDays(7));
    ApiAnswer resumed = step(paused, "resume", Map.of());
    assertThat(resumed.text("status")).isEqualTo("active");
    assertThat(resumed.text("periodEnd")).isEqualTo(subscription.text("periodEnd"));
    assertThat(api.get(ASubscription.path(resumed) + "/charges").rows()).hasSize(1);
  }

  @Test
  void after_a_pause_beyond_the_period_one_begins_when_it_is_resumed() {
    ApiAnswer paused = step(ASubscription.to(plan, api).createdBy(api), "pause", Map.of());
    clock.advance(Duration.ofDays(40));
    ApiAnswer resumed = step(paused, "resume", Map.of());
    assertThat(resumed.text("status")).as(resumed.body()).isEqualTo("active");
    assertThat(resumed.text("periodStart")).isEqualTo("2026-03-12T10:00:00Z");
    ApiAnswer charges = api.get(ASubscription.path(resumed) + "/charges");
    assertThat(charges.rows()).hasSize(2);
    assertThat(total(invoice(charges, 0))).isEqualTo("3689");
  }

  @Test
  void a_change_is_based_on_a_version_and_names_its_key() {
    ApiAnswer subscription = ASubscription.to(plan, api).createdBy(api);
    String path = ASubscription.path(subscription) + "/pause";
    assertThat(api.post(path).status()).isEqualTo(428);
    step(subscription, "pause", Map.of());
    assertThat(api.ifMatch(subscription.etag()).post(path).status()).isEqualTo(412);
    ApiAnswer keyless =
        api.post(
            ASubscription.PATH,
            Map.of("customerId", subscription.text("customerId"), "planId", plan.text("id")));
    assertThat(keyless.code()).isEqualTo("idempotency-key-required");
  }

  @Test
  void a_list_is_narrowed_by_status_customer_and_plan() {
    ApiAnswer one = ASubscription.to(plan, api).createdBy(api);
    ApiAnswer other = step(ASubscription.to(plan("1"), api).createdBy(api), "pause", Map.of());
    assertThat(api.get(ASubscription.PATH + "?status=paused").column("id"))
        .containsExactly(other.text("id"));
    assertThat(api.get(ASubscription.PATH + "?customerId=" + one.text("customerId")).column("id"))
        .containsExactly(one.text("id"));
    assertThat(api.get(ASubscription.PATH + "?planId=" + plan.text("id")).column("id"))
        .containsExactly(one.text("id"));
  }

  private ApiAnswer plan(String minor) {
    return plan(minor, Map.of());
  }

  private ApiAnswer plan(String minor, Map<String, Object> fields) {
    APlan wanted =
        APlan.any().at(minor, "USD").of(AProduct.any().with("taxRate", "0.19").createdBy(api));
    fields.forEach(wanted::with);
    return wanted.createdBy(api);
  }

  private ApiAnswer change(ApiAnswer subscription, ApiAnswer to, String when) {
    return step(subscription, "change-plan", Map.of("planId", to.text("id"), "when", when));
  }

  private ApiAnswer step(ApiAnswer read, String step, Map<String, Object> body) {
    return ASubscription.step(api, read, step, body);
  }

  private ApiAnswer invoice(ApiAnswer charges, int row) {
    return api.get("/api/v1/invoices/" + charges.column("invoiceId").get(row));
  }

  private static String total(ApiAnswer invoice) {
    return invoice.json().at("/total/amount").asText();
  }

  /** What happened to it, the last first: facts of one millisecond have no order in a list. */
  private List<String> facts(ApiAnswer subscription) {
    return api.get("/api/v1/billing-events?aggregateId=" + subscription.id()).rows().stream()
        .sorted(Comparator.comparingInt(row -> -row.path("sequence").asInt()))
        .map(row -> row.path("type").asText())
        .toList();
  }
}
