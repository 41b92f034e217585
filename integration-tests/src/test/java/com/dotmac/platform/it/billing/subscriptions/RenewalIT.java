package com.dotmac.platform.it.billing.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APlan;
import com.dotmac.platform.it.fixtures.ASubscription;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two instances on one database, whose job ends the periods of subscriptions. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewalIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final MovableClock clock = MovableClock.at("2026-01-31T10:00:00Z");
  private final RunningPlatform platform;
  private final RunningPlatform other;
  private final ApiClient api;

  RenewalIT(TestDatabase database) {
    platform =
        RunningPlatform.on(database, clock, settings -> settings.getJobs().setRecurring(true));
    other = RunningPlatform.on(database, clock, settings -> settings.getJobs().setRecurring(true));
    api = ATenant.of(platform).api();
  }

  @AfterAll
  void stop() {
    other.close();
    platform.close();
  }

  @Test
  void a_trial_becomes_a_subscription_that_is_billed() {
    ApiAnswer plan = APlan.any().with("trialDays", 14).createdBy(api);
    ApiAnswer subscription = ASubscription.to(plan, api).createdBy(api);
    clock.advance(Duration.ofDays(15));
    ApiAnswer active = awaited(subscription, read -> read.text("status").equals("active"));
    assertThat(active.text("periodStart")).isEqualTo(subscription.text("periodEnd"));
    assertThat(api.get(ASubscription.path(active) + "/charges").rows()).hasSize(1);
    assertThat(facts(subscription))
        .containsExactly("subscription.activated", "subscription.created");
  }

  @Test
  void what_was_canceled_ends_with_its_period_and_is_billed_no_more() {
    ApiAnswer subscription = ASubscription.to(APlan.any().createdBy(api), api).createdBy(api);
    ASubscription.step(api, subscription, "cancel", Map.of());
    clock.advance(Duration.ofDays(32));
    ApiAnswer ended = awaited(subscription, read -> read.text("status").equals("ended"));
    assertThat(api.get(ASubscription.path(ended) + "/charges").rows()).hasSize(1);
  }

  @Test
  void the_plan_that_was_chosen_for_the_next_period_is_billed_then() {
    ApiAnswer subscription = ASubscription.to(APlan.any().createdBy(api), api).createdBy(api);
    ApiAnswer cheaper = APlan.any().at("500", "USD").with("cycle", "quarterly").createdBy(api);
    Map<String, Object> wish = Map.of("planId", cheaper.text("id"), "when", "period_end");
    ASubscription.step(api, subscription, "change-plan", wish);
    clock.advance(Duration.ofDays(32));
    ApiAnswer changed =
        awaited(subscription, read -> read.text("planId").equals(cheaper.text("id")));
    assertThat(changed.json().path("nextPlanId").isNull()).isTrue();
    assertThat(changed.text("periodStart")).isEqualTo(subscription.text("periodEnd"));
    ApiAnswer charges = api.get(ASubscription.path(changed) + "/charges");
    ApiAnswer invoice = api.get("/api/v1/invoices/" + charges.column("invoiceId").get(0));
    assertThat(invoice.json().at("/total/amount").asText()).isEqualTo("500");
    assertThat(facts(subscription)).contains("subscription.renewed", "subscription.plan_changed");
  }

  @Test
  void a_customer_who_is_archived_is_billed_no_more() {
    ApiAnswer customer = ACustomer.any().createdBy(api);
    ApiAnswer plan = APlan.any().createdBy(api);
    ApiAnswer subscription = ASubscription.of(customer.id(), plan.id()).createdBy(api);
    api.ifMatch(customer.etag()).post(ACustomer.path(customer) + "/archive");
    clock.advance(Duration.ofDays(32));
    ApiAnswer ended = awaited(subscription, read -> read.text("status").equals("ended"));
    assertThat(api.get(ASubscription.path(ended) + "/charges").rows()).hasSize(1);
  }

  @Test
  void a_plan_that_is_archived_is_billed_on_to_who_has_it() {
    ApiAnswer plan = APlan.any().createdBy(api);
    ApiAnswer subscription = ASubscription.to(plan, api).createdBy(api);
    api.ifMatch(plan.etag()).post(APlan.PATH + "/" + plan.id() + "/archive");
    clock.advance(Duration.ofDays(32));
    ApiAnswer renewed =
        awaited(
            subscription, read -> !read.text("periodEnd").equals(subscription.text("periodEnd")));
    assertThat(api.get(ASubscription.path(renewed) + "/charges").rows()).hasSize(2);
  }

  @Test
  void a_subscription_is_past_due_while_an_invoice_of_it_is_overdue() {
    ApiAnswer annual = APlan.any().with("cycle", "annual").createdBy(api);
    ApiAnswer subscription = ASubscription.to(annual, api).createdBy(api);
    clock.advance(Duration.ofDays(33));
    ApiAnswer late = awaited(subscription, read -> read.text("status").equals("past_due"));
    ApiAnswer charges = api.get(ASubscription.path(late) + "/charges");
    ApiAnswer invoice = api.get("/api/v1/invoices/" + charges.column("invoiceId").get(0));
    assertThat(invoice.text("status")).isEqualTo("overdue");
    AnInvoice.step(api, invoice, "give-up");
    ApiAnswer again = awaited(subscription, read -> read.text("status").equals("active"));
    assertThat(facts(again)).startsWith("subscription.activated", "subscription.past_due");
  }

  /** The job looks every few seconds, by the clock of the machine. */
  private ApiAnswer awaited(ApiAnswer subscription, Predicate<ApiAnswer> state) {
    return await().atMost(PATIENCE).until(() -> ASubscription.read(api, subscription), state);
  }

  /** What happened to it, the last first: facts of one millisecond have no order in a list. */
  private List<String> facts(ApiAnswer subscription) {
    return api.get("/api/v1/billing-events?aggregateId=" + subscription.id()).rows().stream()
        .sorted(Comparator.comparingInt(row -> -row.path("sequence").asInt()))
        .map(row -> row.path("type").asText())
        .toList();
  }
}
