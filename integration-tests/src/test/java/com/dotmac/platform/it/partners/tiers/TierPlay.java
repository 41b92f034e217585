package com.dotmac.platform.it.partners.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A tenant with tiers, whose partners bring customers who pay. */
final class TierPlay {
  static final String TIERS = "/api/v1/partner-tiers";

  private final ApiClient api;

  TierPlay(ApiClient api) {
    this.api = api;
  }

  /** Silver asks for 1,000 in three months, gold for 3,000 by two customers. */
  void settle() {
    assertThat(
            change(
                    Map.of(
                        "currency",
                        "EUR",
                        "windowMonths",
                        3,
                        "tiers",
                        List.of(asks("silver", "1000", null), asks("gold", "3000", 2))))
                .status())
        .isEqualTo(200);
  }

  ApiAnswer change(Map<String, ?> body) {
    return api.ifMatch(api.get(TIERS).etag()).patch(TIERS, body);
  }

  static Map<String, Object> asks(String tier, String collected, @Nullable Integer customers) {
    return customers == null
        ? Map.of("tier", tier, "collectedAmount", collected)
        : Map.of("tier", tier, "collectedAmount", collected, "customers", customers);
  }

  ApiAnswer partner() {
    return APartner.any().with("defaultCommissionRate", "0.1").createdBy(api, "active");
  }

  /** A new customer of a partner pays; the payment. */
  ApiAnswer pays(ApiAnswer partner, long minor) {
    int before = lines(partner).size();
    ApiAnswer customer = ACustomer.any().createdBy(api);
    ACustomer.given(api, customer, partner);
    AnInvoice.of(customer).in("EUR").over(minor).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, minor, "EUR").takenBy(api);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> lines(partner).size() == before + 1);
    return payment;
  }

  List<JsonNode> lines(ApiAnswer partner) {
    return api.get("/api/v1/commission-events?partnerId=" + partner.id()).rows();
  }

  List<JsonNode> preview() {
    return api.get(TIERS + "/preview").rows();
  }

  ApiAnswer apply() {
    ApiAnswer answer = api.post(TIERS + "/apply");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  String tier(ApiAnswer partner) {
    return read(partner).text("tier");
  }

  ApiAnswer read(ApiAnswer partner) {
    return api.get(APartner.path(partner));
  }

  ApiAnswer step(ApiAnswer partner, String verb) {
    ApiAnswer answer = APartner.step(api, read(partner), verb);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  List<JsonNode> moves(ApiAnswer partner) {
    return api.get(APartner.path(partner) + "/tier-moves").rows();
  }
}
