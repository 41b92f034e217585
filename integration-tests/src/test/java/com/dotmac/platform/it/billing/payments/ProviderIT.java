package com.dotmac.platform.it.billing.payments;

import static com.dotmac.platform.it.fixtures.APayment.minor;
import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.billing.payments.ScriptedProvider;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Money that a provider moves, by a provider that does what a script says. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderIT {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final ScriptedProvider provider = new ScriptedProvider();
  private final RunningPlatform platform;
  private ApiClient api;
  private ApiAnswer customer;

  ProviderIT(@Own TestDatabase database) {
    platform =
        RunningPlatform.on(
            database,
            clock,
            settings -> {
              settings.getPayments().add(provider);
              settings.getJobs().setPollEvery(io.dropwizard.util.Duration.milliseconds(50));
            });
  }

  @BeforeEach
  void a_customer() {
    api = ATenant.of(platform).api();
    customer = ACustomer.any().createdBy(api);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void a_payment_is_pending_until_the_provider_has_drawn_it_and_then_pays() {
    ApiAnswer invoice = AnInvoice.of(customer).over(900).finalisedBy(api);
    ApiAnswer payment = pay("success", 1_000);
    assertThat(payment.text("status")).isEqualTo("pending");
    assertThat(minor(payment, "available")).isZero();
    assertThat(minor(AnInvoice.read(api, invoice), "balance")).isEqualTo(900);
    ApiAnswer drawn = await(payment, "succeeded");
    assertThat(drawn.text("providerPaymentId")).isEqualTo("pay_" + payment.text("id") + ".1");
    assertThat(minor(drawn, "allocated")).isEqualTo(900);
    assertThat(AnInvoice.read(api, invoice).text("status")).isEqualTo("paid");
    assertThat(events(payment)).containsExactlyInAnyOrder("payment.allocated", "payment.succeeded");
    assertThat(provider.drawn(payment.id())).isEqualTo(1);
  }

  @Test
  void what_was_chosen_is_paid_when_the_money_comes_as_far_as_it_is_still_owed() {
    ApiAnswer first = AnInvoice.of(customer).over(500).finalisedBy(api);
    ApiAnswer second = AnInvoice.of(customer).over(500).finalisedBy(api);
    ApiAnswer payment =
        APayment.of(customer, 700).by(card("late")).paying(second, 300).paying(first).takenBy(api);
    awaitNamed(payment);
    APayment.of(customer, 350).paying(second).takenBy(api);
    clock.advance(Duration.ofMinutes(5));
    ApiAnswer drawn = await(payment, "succeeded");
    assertThat(minor(AnInvoice.read(api, second), "balance")).isZero();
    assertThat(minor(AnInvoice.read(api, first), "balance")).isZero();
    assertThat(minor(drawn, "allocated")).isEqualTo(650);
    assertThat(minor(drawn, "available")).isEqualTo(50);
  }

  @Test
  void after_a_lost_answer_the_provider_is_asked_what_became_of_it_and_charges_once() {
    for (String script : List.of("lost", "lost_question")) {
      ApiAnswer payment = pay(script, 800);
      awaitAttempt(payment, 1);
      assertThat(APayment.read(api, payment).text("status")).isEqualTo("pending");
      clock.advance(Duration.ofMinutes(2));
      ApiAnswer drawn = await(payment, "succeeded");
      assertThat(drawn.json().path("attempts").asInt()).isEqualTo(1);
      assertThat(provider.drawn(payment.id())).isEqualTo(1);
    }
  }

  @Test
  void a_declined_charge_is_tried_three_times_more_at_growing_distances() {
    ApiAnswer payment = pay("decline", 800);
    for (int attempt = 1; attempt <= 3; attempt++) {
      ApiAnswer failed = awaitFailure(payment, attempt);
      assertThat(failed.text("failureCode")).isEqualTo("declined");
      assertThat(failed.text("nextAttemptAt"))
          .isEqualTo(clock.instant().plus(1L << attempt, ChronoUnit.HOURS).toString());
      clock.advance(Duration.ofHours(1L << attempt));
    }
    ApiAnswer last = awaitFailure(payment, 4);
    assertThat(last.json().path("nextAttemptAt").isNull()).isTrue();
    assertThat(events(payment)).containsOnly("payment.failed").hasSize(4);
    assertThat(provider.drawn(payment.id())).isZero();
    assertThat(APayment.post(api, payment, "allocations", Map.of()).code())
        .isEqualTo("payment-not-received");
    assertThat(APayment.post(api, payment, "refunds", Map.of()).code())
        .isEqualTo("payment-not-received");
  }

  @Test
  void a_later_attempt_that_succeeds_is_the_payment() {
    ApiAnswer payment = pay("decline_once", 800);
    awaitFailure(payment, 1);
    clock.advance(Duration.ofHours(2));
    ApiAnswer drawn = await(payment, "succeeded");
    assertThat(drawn.json().path("attempts").asInt()).isEqualTo(2);
    assertThat(drawn.json().path("failureCode").isNull()).isTrue();
    assertThat(provider.drawn(payment.id())).isEqualTo(1);
  }

  @Test
  void a_notice_may_come_before_the_answer_and_twenty_times_at_once_and_counts_once() {
    ApiAnswer invoice = AnInvoice.of(customer).over(800).finalisedBy(api);
    ApiAnswer payment = pay("late", 800);
    awaitNamed(payment);
    String name = "pay_" + payment.text("id") + ".1";
    Map<String, Object> notice = Map.of("kind", "charge_succeeded", "providerName", name);
    List<ApiAnswer> answers =
        AtOnce.times(20, place -> APayment.post(api, payment, "notices", notice));
    ApiAnswer told = answers.get(0);
    assertThat(told.text("status")).isEqualTo("succeeded");
    assertThat(answers).extracting(ApiAnswer::body).containsOnly(told.body());
    assertThat(events(payment)).containsExactlyInAnyOrder("payment.allocated", "payment.succeeded");
    clock.advance(Duration.ofMinutes(5));
    awaitNoWork();
    assertThat(APayment.read(api, payment).body()).isEqualTo(told.body());
    assertThat(minor(AnInvoice.read(api, invoice), "paid")).isEqualTo(800);
    Map<String, Object> contrary = Map.of("kind", "charge_failed", "failureCode", "late");
    assertThat(APayment.post(api, payment, "notices", contrary).body()).isEqualTo(told.body());
    ApiAnswer other = pay("late", 5);
    awaitNamed(other);
    assertThat(APayment.post(api, other, "notices", notice).code())
        .isEqualTo("payment-provider-payment-taken");
  }

  @Test
  void a_refund_is_spoken_for_at_once_and_told_when_the_provider_has_done_it() {
    ApiAnswer invoice = AnInvoice.of(customer).over(800).finalisedBy(api);
    ApiAnswer payment = await(pay("refund_lost", 800), "succeeded");
    ApiAnswer refund = APayment.post(api, payment, "refunds", Map.of());
    assertThat(refund.text("status")).isEqualTo("pending");
    assertThat(APayment.post(api, payment, "refunds", Map.of()).code())
        .isEqualTo("payment-more-than-paid");
    assertThat(minor(AnInvoice.read(api, invoice), "balance")).isEqualTo(800);
    assertThat(events(payment)).doesNotContain("payment.refunded");
    Awaitility.await().until(() -> provider.sentBack(refund.id()) == 1);
    clock.advance(Duration.ofMinutes(2));
    ApiAnswer done = awaitRefund(payment, refund, "succeeded");
    assertThat(done.text("providerRefundId")).isEqualTo("ref_" + refund.text("id"));
    assertThat(events(payment)).startsWith("payment.refunded");
    assertThat(provider.sentBack(refund.id())).isEqualTo(1);
  }

  @Test
  void a_refund_that_the_provider_refuses_leaves_everything_as_it_was() {
    ApiAnswer invoice = AnInvoice.of(customer).over(500).finalisedBy(api);
    ApiAnswer payment = await(pay("refund_refused", 800), "succeeded");
    ApiAnswer before = AnInvoice.read(api, invoice);
    ApiAnswer refund = APayment.post(api, payment, "refunds", Map.of());
    ApiAnswer failed = awaitRefund(payment, refund, "failed");
    assertThat(failed.text("failureCode")).isEqualTo("refund_refused");
    ApiAnswer after = APayment.read(api, payment);
    assertThat(after.text("status")).isEqualTo("succeeded");
    for (String field : List.of("allocated", "available", "refunded")) {
      assertThat(minor(after, field)).as(field).isEqualTo(minor(payment, field));
    }
    ApiAnswer again = AnInvoice.read(api, invoice);
    for (String field : List.of("paid", "refunded", "balance")) {
      assertThat(minor(again, field)).as(field).isEqualTo(minor(before, field));
    }
    assertThat(events(payment)).doesNotContain("payment.refunded");
    assertThat(provider.sentBack(refund.id())).isZero();
  }

  private ApiAnswer pay(String script, long minor) {
    return APayment.of(customer, minor).by(card(script)).takenBy(api);
  }

  private ApiAnswer card(String script) {
    return api.post(
        ACustomer.path(customer) + "/payment-methods",
        Map.of(
            "kind", "card",
            "label", "Visa that ends in 4242",
            "provider", "scripted",
            "providerReference", script));
  }

  private ApiAnswer await(ApiAnswer payment, String status) {
    return await(payment, read -> read.text("status").equals(status));
  }

  private ApiAnswer awaitFailure(ApiAnswer payment, int attempt) {
    return await(
        payment,
        read ->
            read.text("status").equals("failed")
                && read.json().path("attempts").asInt() == attempt);
  }

  private void awaitAttempt(ApiAnswer payment, int attempt) {
    await(payment, read -> read.json().path("attempts").asInt() == attempt);
    // The answer to it was lost once nobody works on it any more.
    awaitNobodyAtWork();
  }

  private void awaitNamed(ApiAnswer payment) {
    await(payment, read -> !read.json().path("providerPaymentId").isNull());
    awaitNobodyAtWork();
  }

  private ApiAnswer await(ApiAnswer payment, Predicate<ApiAnswer> isThere) {
    return Awaitility.await().until(() -> APayment.read(api, payment), isThere);
  }

  private ApiAnswer awaitRefund(ApiAnswer payment, ApiAnswer refund, String status) {
    String path = APayment.path(payment) + "/refunds/" + refund.id();
    return Awaitility.await()
        .until(() -> api.get(path), read -> read.text("status").equals(status));
  }

  private void awaitNobodyAtWork() {
    Awaitility.await().until(() -> tasks("picked") == 0);
  }

  private void awaitNoWork() {
    Awaitility.await().until(() -> tasks("true") == 0);
  }

  private long tasks(String which) {
    return new UnitsOfWork(platform.sessionFactory())
        .inNone(
            () ->
                platform
                    .sessionFactory()
                    .getCurrentSession()
                    .createNativeQuery(
                        "SELECT count(*) FROM scheduled_tasks WHERE task_name LIKE '%-payment' AND "
                            + which,
                        Long.class)
                    .getSingleResult());
  }

  private List<String> events(ApiAnswer payment) {
    return api.get("/api/v1/billing-events?limit=100&aggregateId=" + payment.id()).column("type");
  }
}
