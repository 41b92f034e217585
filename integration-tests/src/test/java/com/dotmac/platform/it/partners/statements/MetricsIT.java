package com.dotmac.platform.it.partners.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.ASeat;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.util.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a partner brought in and got over a period, by currency. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsIT {
  private static final String FIRST = "2026-03-01T10:00:00Z";
  private static final String SECOND = "2026-03-20T10:00:00Z";
  private static final String AFTER = "2026-03-20T10:00:00.000001Z";

  private final MovableClock clock = MovableClock.at(FIRST);
  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;
  private final ApiAnswer partner;

  MetricsIT(TestDatabase database) {
    platform =
        RunningPlatform.on(
            database,
            clock,
            settings -> settings.getJobs().setPollEvery(Duration.milliseconds(50)));
    tenant = ATenant.of(platform);
    api = tenant.api();
    partner = APartner.any().with("defaultCommissionRate", "0.1").createdBy(api, "active");
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void figures_are_those_of_the_period_and_of_each_currency() {
    ApiAnswer one = given();
    ApiAnswer other = given();
    ApiAnswer payment = paid(one, 1_000, "EUR");
    paid(other, 500, "EUR");
    paid(other, 300, "USD");
    untilThereAre(3);
    clock.moveTo(java.time.Instant.parse(SECOND));
    APayment.post(api.once(), payment, "refunds", Map.of());
    untilThereAre(4);

    JsonNode march = metrics(FIRST, AFTER);
    assertThat(march).hasSize(2);
    assertThat(march.get(0).path("currency").asText()).isEqualTo("EUR");
    assertFigures(march.get(0), "150", "100", "50", "500", 3, 2);
    assertFigures(march.get(1), "30", "0", "30", "300", 1, 1);
    assertFigures(metrics(FIRST, SECOND).get(0), "150", "0", "150", "1500", 2, 2);
    assertFigures(metrics(SECOND, AFTER).get(0), "0", "100", "-100", "-1000", 1, 1);
    assertThat(metrics("2025-01-01T00:00:00Z", FIRST)).isEmpty();

    ApiClient finance = ASeat.at(tenant, partner, "finance").api();
    assertThat(finance.get("/api/v1/portal/metrics" + period(FIRST, AFTER)).json().path("items"))
        .isEqualTo(march);
    ApiAnswer another = APartner.any().createdBy(api, "active");
    ApiClient ofOther = ASeat.at(tenant, another, "finance").api();
    assertThat(ofOther.get("/api/v1/portal/metrics" + period(FIRST, AFTER)).json().path("items"))
        .isEmpty();
    ApiClient manager = ASeat.at(tenant, partner, "account_manager").api();
    assertThat(manager.get("/api/v1/portal/metrics").status()).isEqualTo(403);
  }

  @Test
  void a_period_that_is_empty_or_endless_is_refused() {
    String path = APartner.path(partner) + "/metrics";
    for (String period :
        new String[] {
          period(SECOND, FIRST), period(FIRST, FIRST), period("2020-01-01T00:00:00Z", FIRST)
        }) {
      ApiAnswer refusal = api.get(path + period);
      assertThat(refusal.code()).as(refusal.body()).isEqualTo("validation-failed");
    }
    assertThat(api.get(path + period("2021-03-01T10:00:00Z", FIRST)).status()).isEqualTo(200);
    assertThat(api.get(path).status()).isEqualTo(200);
    assertThat(ATenant.of(platform).api().get(path).code()).isEqualTo("partner-not-found");
  }

  private ApiAnswer given() {
    ApiAnswer customer = ACustomer.any().createdBy(api);
    ACustomer.given(api, customer, partner);
    return customer;
  }

  private ApiAnswer paid(ApiAnswer customer, long minor, String currency) {
    AnInvoice.of(customer).in(currency).over(minor).finalisedBy(api);
    return APayment.of(customer, minor, currency).takenBy(api);
  }

  private void untilThereAre(int lines) {
    await()
        .until(
            () ->
                api.get("/api/v1/commission-events?partnerId=" + partner.id()).rows().size()
                    == lines);
  }

  private JsonNode metrics(String from, String to) {
    return api.get(APartner.path(partner) + "/metrics" + period(from, to)).json().path("items");
  }

  private static String period(String from, String to) {
    return "?from=" + from + "&to=" + to;
  }

  private static void assertFigures(
      JsonNode of,
      String earned,
      String reversed,
      String net,
      String sales,
      int lines,
      int customers) {
    assertThat(of.at("/earned/amount").asText()).isEqualTo(earned);
    assertThat(of.at("/reversed/amount").asText()).isEqualTo(reversed);
    assertThat(of.at("/net/amount").asText()).isEqualTo(net);
    assertThat(of.at("/paid/amount").asText()).isEqualTo("0");
    assertThat(of.at("/sales/amount").asText()).isEqualTo(sales);
    assertThat(of.path("lines").asInt()).isEqualTo(lines);
    assertThat(of.path("customers").asInt()).isEqualTo(customers);
  }
}
