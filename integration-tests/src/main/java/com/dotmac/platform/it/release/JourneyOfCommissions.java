package com.dotmac.platform.it.release;

import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the journey that is about how partners earn. */
final class JourneyOfCommissions {
  private static final String RULES = "/api/v1/partner-commissions";
  private static final String SETTINGS = "/api/v1/partner-settings";

  private final EveryEndpoint journey;
  private final ApiClient api;
  private final String partnerId;
  private final String customerId;

  /**
   * A journey.
   *
   * @param journey the whole
   * @param api a caller with every permission
   * @param partner who earns
   * @param customer to whom is sold
   */
  JourneyOfCommissions(
      EveryEndpoint journey, ApiClient api, ApiAnswer partner, ApiAnswer customer) {
    this.journey = journey;
    this.api = api;
    partnerId = partner.text("id");
    customerId = customer.text("id");
  }

  /** Uses each endpoint, if there are rules of commission. */
  void earns() {
    String productId = api.get("/api/v1/products").json().at("/data/0/id").asText();
    ApiAnswer rule =
        send(
            "POST",
            RULES,
            Map.of(
                "partnerId",
                partnerId,
                "name",
                "Growing with sales " + partnerId,
                "priority",
                10,
                "effectiveFrom",
                "2026-01-01T00:00:00Z",
                "terms",
                tiered(productId)));
    if (!journey.answered("POST " + RULES)) {
      return;
    }
    send("GET", RULES, null);
    journey.step("GET", RULES + "/{id}", rule, null);
    rule = journey.step("PATCH", RULES + "/{id}", rule, Map.of("priority", 20));
    rule =
        journey.step(
            "POST",
            RULES + "/{id}/versions",
            rule,
            Map.of(
                "effectiveFrom",
                "2027-01-01T00:00:00Z",
                "terms",
                Map.of("model", "percent", "rate", "0.15", "durationMonths", 24)));
    String versions = RULES + "/{id}/versions";
    journey.send(api, "GET", versions, versions.replace("{id}", rule.text("id")), null);
    asks(productId);
    journey.step("POST", RULES + "/{id}/archive", rule, null);
    settings();
  }

  private void asks(String productId) {
    send(
        "POST",
        RULES + "/explain",
        Map.of(
            "partnerId",
            partnerId,
            "customerId",
            customerId,
            "productId",
            productId,
            "currency",
            "USD",
            "at",
            "2026-06-01T00:00:00Z"));
    Map<String, Object> sale =
        Map.of(
            "customerId",
            customerId,
            "productId",
            productId,
            "amount",
            Map.of("amount", "250000", "currency", "USD"),
            "at",
            "2026-06-01T00:00:00Z");
    send(
        "POST",
        RULES + "/simulate",
        Map.of(
            "partnerId",
            partnerId,
            "priority",
            30,
            "terms",
            Map.of("model", "hybrid", "rate", "0.1", "flatAmount", "500", "currency", "USD"),
            "sales",
            List.of(sale)));
    send(
        "POST",
        RULES + "/replay",
        Map.of(
            "partnerId",
            partnerId,
            "priority",
            30,
            "terms",
            Map.of("model", "percent", "rate", "0.1"),
            "from",
            "2026-01-01T00:00:00Z",
            "to",
            "2027-01-01T00:00:00Z"));
  }

  private void settings() {
    ApiAnswer settings = send("GET", SETTINGS, null);
    journey.send(
        api.ifMatch(settings.etag()),
        "PATCH",
        SETTINGS,
        SETTINGS,
        Map.of(
            "holdDays",
            14,
            "payoutMinimums",
            List.of(Map.of("amount", "5000", "currency", "USD"))));
  }

  private static Map<String, Object> tiered(String productId) {
    return Map.of(
        "model",
        "graduated",
        "basis",
        "month",
        "currency",
        "USD",
        "tiers",
        List.of(
            Map.of("fromAmount", "0", "rate", "0.1"),
            Map.of("fromAmount", "1000000", "rate", "0.15", "flatAmount", "10000")),
        "holdDays",
        30,
        "productIds",
        List.of(productId));
  }

  private ApiAnswer send(String verb, String path, @Nullable Object body) {
    return journey.send(api, verb, path, path, body);
  }
}
