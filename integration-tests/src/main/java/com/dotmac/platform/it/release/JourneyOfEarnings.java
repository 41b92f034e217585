package com.dotmac.platform.it.release;

import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the journey that what a partner earns makes: it is written, approved, let off. */
final class JourneyOfEarnings {
  private static final String EVENTS = "/api/v1/commission-events";
  private static final String PARTNER = "/api/v1/partners/{partnerId}";

  private final EveryEndpoint journey;
  private final ApiClient api;
  private final String partnerId;

  /**
   * A journey.
   *
   * @param journey the whole
   * @param api a caller with every permission
   * @param partner who earns; not archived
   */
  JourneyOfEarnings(EveryEndpoint journey, ApiClient api, ApiAnswer partner) {
    this.journey = journey;
    this.api = api;
    partnerId = partner.id().toString();
  }

  /** Uses each endpoint, if there are commissions. */
  void earns() {
    ApiAnswer event = adjusted("2500");
    if (!journey.answered("POST " + PARTNER + "/adjustments")) {
      return;
    }
    send("GET", EVENTS, EVENTS + "?partnerId=" + partnerId + "&status=pending", null);
    send("GET", EVENTS + "/{id}", EVENTS + "/" + event.id(), null);
    event = step(event, "block", Map.of("reason", "The customer complained"));
    step(event, "unblock", Map.of("reason", "It was a misunderstanding"));
    approved(event);
    step(adjusted("100"), "cancel", Map.of("reason", "Entered twice"));
    approved(adjusted("-4000"));
    below("POST", "/write-offs", Map.of("currency", "EUR", "reason", "Not worth a letter"));
    below("GET", "/reconciliation", null);
    String entries = PARTNER + "/ledger-entries";
    // Those of one transaction have no order, so of one account only.
    send("GET", entries, entries.replace("{partnerId}", partnerId) + "?account=held", null);
    send("GET", "/api/v1/partner-reconciliation", "/api/v1/partner-reconciliation", null);
  }

  private ApiAnswer adjusted(String minor) {
    return below(
        "POST",
        "/adjustments",
        Map.of(
            "amount", Map.of("amount", minor, "currency", "EUR"), "reason", "Agreed by telephone"));
  }

  private void approved(ApiAnswer event) {
    send(
        "POST",
        EVENTS + "/approve",
        EVENTS + "/approve",
        Map.of("commissionEventIds", List.of(event.id().toString())));
  }

  private ApiAnswer step(ApiAnswer event, String verb, Object body) {
    return journey.send(
        api.ifMatch(event.etag()),
        "POST",
        EVENTS + "/{id}/" + verb,
        EVENTS + "/" + event.id() + "/" + verb,
        body);
  }

  private ApiAnswer below(String verb, String what, @Nullable Object body) {
    return send(verb, PARTNER + what, PARTNER.replace("{partnerId}", partnerId) + what, body);
  }

  private ApiAnswer send(String verb, String template, String path, @Nullable Object body) {
    return journey.send(api, verb, template, path, body);
  }
}
