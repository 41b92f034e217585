package com.dotmac.platform.it.release;

import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the journey in which a partner brings a customer. */
final class JourneyOfReferrals {
  private static final String REFERRALS = "/api/v1/partner-referrals";
  private static final String ONE = REFERRALS + "/{id}";
  private static final String PORTAL = "/api/v1/portal/referrals";

  private final EveryEndpoint journey;
  private final ApiClient api;
  private final ApiAnswer partner;
  private final String name;

  /**
   * Goes on with a journey.
   *
   * @param api a caller with every permission
   * @param partner active
   * @param name what no prospect of the tenant is called
   */
  JourneyOfReferrals(EveryEndpoint journey, ApiClient api, ApiAnswer partner, String name) {
    this.journey = journey;
    this.api = api;
    this.partner = partner;
    this.name = name;
  }

  /** Names prospects, and takes every step with one of them. */
  void refers() {
    ApiAnswer won = submit("won");
    if (!journey.answered("POST " + REFERRALS)) {
      return;
    }
    send(api, "GET", REFERRALS, REFERRALS + "?status=new", null);
    journey.step("GET", ONE, won, null);
    won = journey.step("PATCH", ONE, won, Map.of("phone", "+49 30 7654321"));
    won = journey.step("POST", ONE + "/contact", won, Map.of("reason", "called"));
    won = journey.step("POST", ONE + "/qualify", won, Map.of("reason", "has a budget"));
    journey.step("POST", ONE + "/convert", won, null);
    journey.step("POST", ONE + "/lose", submit("lost"), Map.of("reason", "bought elsewhere"));
    journey.step("POST", ONE + "/invalidate", submit("void"), Map.of("reason", "no such company"));
    portal();
  }

  private void portal() {
    ApiClient acting = api.with("Partner-Id", partner.text("id"));
    ApiAnswer referral =
        send(
            acting,
            "POST",
            PORTAL,
            PORTAL,
            Map.of("contactName", "Eve Moor", "email", "own-" + name + "@example.org"));
    send(acting, "GET", PORTAL, PORTAL, null);
    String one = PORTAL + "/" + referral.id();
    send(acting, "GET", PORTAL + "/{id}", one, null);
    ApiAnswer changed =
        send(
            acting.ifMatch(referral.etag()),
            "PATCH",
            PORTAL + "/{id}",
            one,
            Map.of("notes", "Met at the fair"));
    send(
        acting.ifMatch(changed.etag()),
        "POST",
        PORTAL + "/{id}/withdraw",
        one + "/withdraw",
        Map.of("reason", "not interested"));
  }

  private ApiAnswer submit(String who) {
    return send(
        api,
        "POST",
        REFERRALS,
        REFERRALS,
        Map.of(
            "partnerId",
            partner.text("id"),
            "contactName",
            "Eve Moor",
            "email",
            who + "-" + name + "@example.org",
            "companyName",
            who + " " + name,
            "estimate",
            Map.of("amount", "120000", "currency", "EUR"),
            "source",
            "fair"));
  }

  private ApiAnswer send(
      ApiClient caller, String verb, String template, String path, @Nullable Object body) {
    return journey.send(caller, verb, template, path, body);
  }
}
