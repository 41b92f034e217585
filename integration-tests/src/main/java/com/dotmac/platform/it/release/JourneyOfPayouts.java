package com.dotmac.platform.it.release;

import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the journey that payouts make: accounts, batches, and what becomes of them. */
final class JourneyOfPayouts {
  private static final String BATCHES = "/api/v1/payout-batches";
  private static final String PAYOUTS = "/api/v1/payouts";
  private static final String PAYERS = "/api/v1/payer-accounts";
  private static final String PAYEES = "/api/v1/partners/{partnerId}/payee-accounts";
  private static final String IBAN = "NL91ABNA0417164300";

  private final EveryEndpoint journey;
  private final ApiClient api;
  private final String partnerId;

  /**
   * A journey.
   *
   * @param journey the whole
   * @param api a caller with every permission
   * @param partner who is paid; at work
   */
  JourneyOfPayouts(EveryEndpoint journey, ApiClient api, ApiAnswer partner) {
    this.journey = journey;
    this.api = api;
    partnerId = partner.id().toString();
  }

  /** Uses each endpoint, if there are payouts. */
  void pays() {
    accounts();
    if (!journey.answered("GET " + PAYERS)) {
      return;
    }
    Map<String, String> euros = Map.of("currency", "EUR");
    earned("90000");
    send("POST", BATCHES + "/preview", BATCHES + "/preview", euros);
    ApiAnswer batch = send("POST", BATCHES, BATCHES, euros);
    step(batch, BATCHES, "cancel", null);
    batch = send("POST", BATCHES, BATCHES, Map.of("currency", "EUR", "provider", "iso20022"));
    send("GET", BATCHES, BATCHES + "?status=draft", null);
    send("GET", BATCHES + "/{id}", BATCHES + "/" + batch.id(), null);
    batch = step(batch, BATCHES, "approve", null);
    batch = step(batch, BATCHES, "submit", null);
    send("GET", BATCHES + "/{id}/file", BATCHES + "/" + batch.id() + "/file", null);
    payout(batch);
    earned("50000");
    batch = send("POST", BATCHES, BATCHES, euros);
    batch = step(batch, BATCHES, "approve", null);
    batch = step(batch, BATCHES, "submit", null);
    step(batch, BATCHES, "complete", Map.of("reference", "2026-0118"));
  }

  private void payout(ApiAnswer batch) {
    ApiAnswer list = send("GET", PAYOUTS, PAYOUTS + "?batchId=" + batch.id(), null);
    String path = PAYOUTS + "/" + list.json().at("/data/0/id").asText();
    ApiAnswer payout = send("GET", PAYOUTS + "/{id}", path, null);
    send("GET", PAYOUTS + "/{id}/lines", path + "/lines", null);
    payout = step(payout, PAYOUTS, "reconcile", null);
    payout = step(payout, PAYOUTS, "fail", Map.of("reason", "The account was closed"));
    payout = step(payout, PAYOUTS, "retry", null);
    step(payout, PAYOUTS, "complete", Map.of("reference", "2026-0117"));
  }

  private void accounts() {
    String path = PAYEES.replace("{partnerId}", partnerId);
    ApiAnswer payee = send("POST", PAYEES, path, Map.of("holder", "Acme GmbH", "iban", IBAN));
    if (!journey.answered("POST " + PAYEES)) {
      return;
    }
    send("GET", PAYEES, path, null);
    send("GET", PAYEES + "/{id}", path + "/" + payee.id(), null);
    ApiAnswer payer =
        send(
            "POST",
            PAYERS,
            PAYERS,
            Map.of("currency", "EUR", "holder", "The Tenant", "iban", IBAN, "bic", "ABNANL2A"));
    send("GET", PAYERS, PAYERS, null);
    send("GET", PAYERS + "/{id}", PAYERS + "/" + payer.id(), null);
  }

  private void earned(String minor) {
    String adjustments = "/api/v1/partners/{partnerId}/adjustments";
    ApiAnswer line =
        send(
            "POST",
            adjustments,
            adjustments.replace("{partnerId}", partnerId),
            Map.of("amount", Map.of("amount", minor, "currency", "EUR"), "reason", "A bonus"));
    String approve = "/api/v1/commission-events/approve";
    send("POST", approve, approve, Map.of("commissionEventIds", List.of(line.id().toString())));
  }

  private ApiAnswer step(ApiAnswer of, String collection, String verb, @Nullable Object body) {
    return journey.send(
        api.ifMatch(of.etag()),
        "POST",
        collection + "/{id}/" + verb,
        collection + "/" + of.id() + "/" + verb,
        body);
  }

  private ApiAnswer send(String verb, String template, String path, @Nullable Object body) {
    return journey.send(api, verb, template, path, body);
  }
}
