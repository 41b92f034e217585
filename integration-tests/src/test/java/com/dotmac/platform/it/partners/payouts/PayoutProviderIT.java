package com.dotmac.platform.it.partners.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.partners.payouts.ScriptedPayouts;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.partners.CommissionLines;
import io.dropwizard.util.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** I33 and I34: money that a provider moves, by one that does what the holder is called. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayoutProviderIT {
  private static final String BATCHES = "/api/v1/payout-batches";
  private static final String PAYOUTS = "/api/v1/payouts";

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final ScriptedPayouts provider = new ScriptedPayouts();
  private final RunningPlatform platform;
  private ATenant tenant;
  private ApiClient api;

  PayoutProviderIT(@Own TestDatabase database) {
    platform =
        RunningPlatform.on(
            database,
            clock,
            settings -> {
              settings.getPayouts().add(provider);
              settings.getJobs().setPollEvery(Duration.milliseconds(50));
            });
  }

  @BeforeEach
  void a_tenant() {
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void a_payout_is_sent_once_and_completed() {
    ApiAnswer payout = await(paid("Ada"), "completed");
    assertThat(payout.text("providerPayoutId")).isEqualTo("po_" + key(payout, 1));
    assertThat(sent(payout)).containsExactly(key(payout, 1));
    assertThat(batchOf(payout).text("status")).isEqualTo("closed");
  }

  @Test
  void a_lost_answer_leaves_the_payout_unknown_until_the_provider_tells_and_pays_once() {
    for (String script : List.of("lost", "lost_question")) {
      ApiAnswer payout = await(paid("Ada " + script), "unknown");
      assertThat(batchOf(payout).text("status")).isEqualTo("submitted");
      refused(payout, "complete", Map.of(), "payout-told-by-provider");
      refused(payout, "fail", Map.of("reason", "x"), "payout-told-by-provider");
      refused(payout, "retry", null, "payout-step-not-allowed");
      clock.advance(java.time.Duration.ofMinutes(2));
      ApiAnswer done = await(payout, "completed");
      assertThat(done.json().path("attempts").asInt()).isEqualTo(1);
      assertThat(sent(payout)).containsExactly(key(payout, 1));
    }
  }

  @Test
  void an_unknown_payout_may_be_reconciled_before_its_time_and_is_still_paid_once() {
    ApiAnswer payout = await(paid("Ada lost"), "unknown");
    ApiAnswer asked = post(payout, "reconcile", null);
    assertThat(asked.status()).as(asked.body()).isEqualTo(200);
    ApiAnswer done = await(payout, "completed");
    assertThat(sent(done)).containsExactly(key(done, 1));
  }

  @Test
  void a_payout_that_is_under_way_is_asked_for_until_it_has_ended() {
    ApiAnswer payout = paid("Ada late");
    Awaitility.await().until(() -> !read(payout).json().path("providerPayoutId").isNull());
    assertThat(read(payout).text("status")).isEqualTo("processing");
    clock.advance(java.time.Duration.ofMinutes(5));
    ApiAnswer done = await(payout, "completed");
    assertThat(sent(done)).containsExactly(key(done, 1));
  }

  @Test
  void after_a_definite_failure_a_payout_is_tried_again_by_another_key_and_pays_once() {
    ApiAnswer failed = await(paid("Ada declined_once"), "failed");
    assertThat(failed.text("failureCode")).isEqualTo("declined");
    ApiAnswer again = post(failed, "retry", null);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    ApiAnswer done = await(failed, "completed");
    assertThat(done.json().path("attempts").asInt()).isEqualTo(2);
    assertThat(sent(done)).containsExactly(key(done, 2));
    assertThat(batchOf(done).text("status")).isEqualTo("closed");
  }

  @Test
  void money_that_comes_back_after_it_was_paid_opens_its_lines_again() {
    ApiAnswer done = await(paid("Ada returned"), "completed");
    post(done, "reconcile", null);
    ApiAnswer failed = await(done, "failed");
    assertThat(failed.text("failureCode")).isEqualTo("account_closed");
    ApiAnswer preview = api.post(BATCHES + "/preview", Map.of("currency", "EUR"));
    assertThat(preview.json().at("/payable/amount").asText()).isEqualTo("700");
    assertThat(sent(done)).containsExactly(key(done, 1));
  }

  private ApiAnswer paid(String holder) {
    ApiAnswer partner = APartner.any().createdBy(api, "active");
    api.post(
        APartner.path(partner) + "/payee-accounts",
        Map.of("holder", holder, "iban", "DE89370400440532013000"));
    new UnitsOfWork(platform.sessionFactory())
        .in(
            tenant.scope(),
            () ->
                new CommissionLines(new TenantSessions(platform.sessionFactory()))
                    .approved(tenant.context(), partner.id(), Currency.getInstance("EUR"), 700));
    clock.advance(java.time.Duration.ofSeconds(1));
    ApiAnswer batch = api.once().post(BATCHES, Map.of("currency", "EUR", "provider", "scripted"));
    assertThat(batch.status()).as(batch.body()).isEqualTo(201);
    String path = BATCHES + "/" + batch.id();
    ApiAnswer approved = api.ifMatch(batch.etag()).post(path + "/approve");
    ApiAnswer submitted = api.once().ifMatch(approved.etag()).post(path + "/submit");
    assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
    String id = api.get(PAYOUTS + "?batchId=" + batch.id()).json().at("/data/0/id").asText();
    return api.get(PAYOUTS + "/" + id);
  }

  private ApiAnswer await(ApiAnswer payout, String status) {
    return Awaitility.await().until(() -> read(payout), read -> read.text("status").equals(status));
  }

  private ApiAnswer read(ApiAnswer payout) {
    return api.get(PAYOUTS + "/" + payout.id());
  }

  private ApiAnswer batchOf(ApiAnswer payout) {
    return api.get(BATCHES + "/" + payout.text("batchId"));
  }

  private ApiAnswer post(ApiAnswer payout, String verb, @Nullable Object body) {
    ApiClient caller = api.once().ifMatch(read(payout).etag());
    String path = PAYOUTS + "/" + payout.id() + "/" + verb;
    return body == null ? caller.post(path) : caller.post(path, body);
  }

  private void refused(ApiAnswer payout, String verb, @Nullable Object body, String code) {
    assertThat(post(payout, verb, body).code()).isEqualTo(code);
  }

  private List<String> sent(ApiAnswer payout) {
    String stem = payout.text("id").replace("-", "");
    return provider.sent().stream().filter(key -> key.startsWith(stem)).toList();
  }

  private static String key(ApiAnswer payout, int attempt) {
    return payout.text("id").replace("-", "") + "." + attempt;
  }
}
