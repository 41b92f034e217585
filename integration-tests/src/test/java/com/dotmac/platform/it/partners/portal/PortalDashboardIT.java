package com.dotmac.platform.it.partners.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.StatementCount;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How a partner stands at a glance, on a platform whose time the test moves. */
@NeedsDatabase
@Execution(ExecutionMode.SAME_THREAD)
class PortalDashboardIT {
  private static final String DASHBOARD = "/api/v1/portal/dashboard";

  private final MovableClock clock = MovableClock.at("2026-02-27T10:00:00Z");
  private final RunningPlatform platform;
  private final StatementCount count;
  private final ApiClient api;
  private final ApiAnswer partner;
  private final ApiClient portal;

  PortalDashboardIT(TestDatabase database) {
    platform = RunningPlatform.on(database, clock, StatementCount::unwatched);
    api = ATenant.of(platform).api();
    partner = APartner.any().createdBy(api, "active");
    portal = api.with("Partner-Id", partner.text("id"));
    count = StatementCount.of(platform.sessionFactory());
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void it_tells_where_the_money_is_in_each_currency_by_itself() {
    approved(500, "EUR");
    approved(-700, "USD");
    adjusted(40, "EUR");

    JsonNode dashboard = portal.get(DASHBOARD).json();

    assertThat(dashboard.at("/money/0/currency").asText()).isEqualTo("EUR");
    assertThat(money(dashboard, 0, "payable")).isEqualTo("500");
    assertThat(money(dashboard, 0, "held")).isEqualTo("40");
    assertThat(money(dashboard, 0, "carried")).isEqualTo("0");
    assertThat(dashboard.at("/money/0/nextReleaseAt").asText()).isEqualTo("2026-02-27T10:00:00Z");
    assertThat(dashboard.at("/money/1/currency").asText()).isEqualTo("USD");
    assertThat(money(dashboard, 1, "payable")).isEqualTo("0");
    assertThat(money(dashboard, 1, "carried")).isEqualTo("700");
    assertThat(dashboard.at("/money/1/nextReleaseAt").isNull()).isTrue();
  }

  @Test
  void months_begin_where_the_tenant_is() {
    ApiAnswer own = api.get("/api/v1/tenant");
    assertThat(
            api.ifMatch(own.etag())
                .patch("/api/v1/tenant", Map.of("timeZone", "Pacific/Auckland"))
                .status())
        .isEqualTo(200);
    clock.advance(Duration.ofHours(24));
    adjusted(100, "EUR");
    clock.advance(Duration.ofHours(2));
    adjusted(30, "EUR");

    JsonNode dashboard = portal.get(DASHBOARD).json();

    // In Auckland March begins thirteen hours before it does in Greenwich.
    assertThat(dashboard.at("/thisMonth/from").asText()).isEqualTo("2026-02-28T11:00:00Z");
    assertThat(dashboard.at("/lastMonth/to").asText()).isEqualTo("2026-02-28T11:00:00Z");
    assertThat(money(dashboard, 0, "lastMonth/adjusted")).isEqualTo("100");
    assertThat(money(dashboard, 0, "thisMonth/adjusted")).isEqualTo("30");
    assertThat(money(dashboard, 0, "held")).isEqualTo("130");
  }

  @Test
  void it_counts_who_is_looked_after_now_and_what_is_still_open() {
    ApiAnswer kept = ACustomer.any().createdBy(api);
    ACustomer.given(api, kept, partner);
    ApiAnswer ended = ACustomer.given(api, ACustomer.any().createdBy(api), partner);
    String path = APartner.path(partner) + "/accounts/" + ended.id();
    api.ifMatch(api.get(path).etag()).delete(path);
    clock.advance(Duration.ofSeconds(1));
    String lost = referred("eve@one.example");
    referred("eve@two.example");
    ApiAnswer referral = api.get("/api/v1/partner-referrals/" + lost);
    api.ifMatch(referral.etag())
        .post("/api/v1/partner-referrals/" + lost + "/lose", Map.of("reason", "No budget"));

    JsonNode dashboard = portal.get(DASHBOARD).json();

    assertThat(dashboard.path("accounts").asInt()).isEqualTo(1);
    assertThat(dashboard.path("openReferrals").asInt()).isEqualTo(1);
  }

  @Test
  void it_costs_the_same_however_much_was_earned() throws Exception {
    approved(500, "EUR");
    portal.get(DASHBOARD);
    long little = count.during(() -> portal.get(DASHBOARD));
    for (int i = 0; i < 12; i++) {
      approved(10 + i, List.of("EUR", "USD", "JPY").get(i % 3));
      adjusted(5, "EUR");
    }
    assertThat(count.during(() -> portal.get(DASHBOARD))).isEqualTo(little).isLessThan(10);
  }

  private static String money(JsonNode dashboard, int at, String field) {
    return dashboard.at("/money/" + at + "/" + field + "/amount").asText();
  }

  private String adjusted(long minor, String currency) {
    return api.once()
        .post(
            APartner.path(partner) + "/adjustments",
            Map.of("amount", AnInvoice.money(minor, currency), "reason", "Agreed"))
        .text("id");
  }

  private void approved(long minor, String currency) {
    ApiAnswer answer =
        api.once()
            .post(
                "/api/v1/commission-events/approve",
                Map.of("commissionEventIds", List.of(adjusted(minor, currency))));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private String referred(String email) {
    return api.post(
            "/api/v1/partner-referrals",
            Map.of("partnerId", partner.text("id"), "contactName", "Eve Moor", "email", email))
        .text("id");
  }
}
