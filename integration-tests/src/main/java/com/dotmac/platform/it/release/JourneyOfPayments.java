package com.dotmac.platform.it.release;

import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the journey that a customer's money makes: it comes, pays, and goes back. */
final class JourneyOfPayments {
  private static final String METHODS = "/api/v1/customers/{customerId}/payment-methods";
  private static final String PAYMENTS = "/api/v1/payments";

  private final EveryEndpoint journey;
  private final ApiClient api;
  private final String customerId;

  /**
   * A journey.
   *
   * @param journey the whole
   * @param api a caller with every permission
   * @param customer whose money it is; not archived
   */
  JourneyOfPayments(EveryEndpoint journey, ApiClient api, ApiAnswer customer) {
    this.journey = journey;
    this.api = api;
    customerId = customer.text("id");
  }

  /** Uses each endpoint, if there are payments. */
  void pays() {
    ApiAnswer payment =
        send(
            "POST",
            PAYMENTS,
            PAYMENTS,
            Map.of(
                "customerId",
                customerId,
                "amount",
                money("250000"),
                "kind",
                "bank_transfer",
                "reference",
                "RF18 2026"));
    if (!journey.answered("POST " + PAYMENTS)) {
      return;
    }
    send("GET", PAYMENTS, PAYMENTS + "?customerId=" + customerId, null);
    Map<String, Object> line =
        Map.of(
            "customerId",
            customerId,
            "amount",
            money("1200"),
            "kind",
            "bank_transfer",
            "reference",
            "RF18 2027");
    send("POST", PAYMENTS + "/batch", PAYMENTS + "/batch", Map.of("payments", List.of(line)));
    String path = PAYMENTS + "/" + payment.id();
    send("GET", PAYMENTS + "/{id}", path, null);
    below(path, "/allocations", Map.of());
    send("GET", PAYMENTS + "/{paymentId}/allocations", path + "/allocations", null);
    disputes(path);
    refunds(path);
    methods();
  }

  private void refunds(String path) {
    ApiAnswer refund = below(path, "/refunds", Map.of("reason", "goodwill"));
    send("GET", PAYMENTS + "/{paymentId}/refunds", path + "/refunds", null);
    send("GET", PAYMENTS + "/{paymentId}/refunds/{id}", path + "/refunds/" + refund.id(), null);
    below(path, "/notices", Map.of("kind", "refund_succeeded", "refundId", refund.id()));
  }

  private void disputes(String path) {
    for (String end : List.of("win", "lose")) {
      ApiAnswer dispute =
          below(
              path, "/disputes", Map.of("amount", money("500"), "reason", "unknown to the payer"));
      String one = path + "/disputes/" + dispute.id();
      send("GET", PAYMENTS + "/{paymentId}/disputes", path + "/disputes", null);
      send("GET", PAYMENTS + "/{paymentId}/disputes/{id}", one, null);
      journey.send(
          api.ifMatch(dispute.etag()),
          "POST",
          PAYMENTS + "/{paymentId}/disputes/{id}/" + end,
          one + "/" + end,
          null);
    }
  }

  private void methods() {
    ApiAnswer method =
        send("POST", METHODS, of(METHODS), Map.of("kind", "bank_transfer", "label", "Their bank"));
    send("GET", METHODS, of(METHODS), null);
    String one = of(METHODS) + "/" + method.id();
    send("GET", METHODS + "/{id}", one, null);
    ApiAnswer changed =
        journey.send(
            api.ifMatch(method.etag()), "PATCH", METHODS + "/{id}", one, Map.of("isDefault", true));
    journey.send(api.ifMatch(changed.etag()), "DELETE", METHODS + "/{id}", one, null);
  }

  private ApiAnswer below(String path, String what, Object body) {
    return send("POST", PAYMENTS + "/{paymentId}" + what, path + what, body);
  }

  private ApiAnswer send(String verb, String template, String path, @Nullable Object body) {
    return journey.send(api, verb, template, path, body);
  }

  private String of(String template) {
    return template.replace("{customerId}", customerId);
  }

  private static Map<String, String> money(String minor) {
    return Map.of("amount", minor, "currency", "EUR");
  }
}
