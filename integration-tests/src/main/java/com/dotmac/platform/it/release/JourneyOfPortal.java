package com.dotmac.platform.it.release;

import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the journey that goes through the portal of a partner who is at work. */
final class JourneyOfPortal {
  private static final String PORTAL = "/api/v1/portal";
  private static final String PROFILE = PORTAL + "/profile";
  private static final String ACCOUNTS = PORTAL + "/accounts";
  private static final String INVITATIONS = PORTAL + "/invitations";
  private static final String TEAM = PORTAL + "/team";

  private final EveryEndpoint journey;
  private final ApiClient api;
  private final ApiAnswer partner;
  private final ApiClient acting;

  /**
   * Goes on with a journey.
   *
   * @param api a caller with every permission, who acts for the partner
   * @param partner active
   */
  JourneyOfPortal(EveryEndpoint journey, ApiClient api, ApiAnswer partner) {
    this.journey = journey;
    this.api = api;
    this.partner = partner;
    acting = api.with("Partner-Id", partner.text("id"));
  }

  /** Uses whatever there is in the portal. */
  void acts() {
    ApiAnswer profile = send(acting, "GET", PROFILE, PROFILE, null);
    if (!journey.answered("GET " + PROFILE)) {
      return;
    }
    send(
        acting.ifMatch(profile.etag()),
        "PATCH",
        PROFILE,
        PROFILE,
        Map.of("phone", "+49 30 1234567"));
    send(acting, "GET", ACCOUNTS, ACCOUNTS + "?includeEnded=true", null);
    money();
    team();
    invitations();
  }

  private void money() {
    for (String what : List.of("/dashboard", "/reconciliation")) {
      send(acting, "GET", PORTAL + what, PORTAL + what, null);
    }
    ApiAnswer account =
        send(
            acting,
            "POST",
            PORTAL + "/payee-accounts",
            PORTAL + "/payee-accounts",
            Map.of("holder", "Eve Moor", "iban", "DE89370400440532013000"));
    if (!journey.answered("POST " + PORTAL + "/payee-accounts")) {
      return;
    }
    String accounts = PORTAL + "/payee-accounts";
    send(acting, "GET", accounts, accounts, null);
    send(acting, "GET", accounts + "/{id}", accounts + "/" + account.id(), null);
    String payouts = PORTAL + "/payouts";
    ApiAnswer paid = send(acting, "GET", payouts, payouts, null);
    one(payouts, paid);
    String payout = payouts + "/" + paid.json().at("/data/0/id").asText();
    send(acting, "GET", payouts + "/{id}/lines", payout + "/lines", null);
    String events = PORTAL + "/commission-events";
    one(events, send(acting, "GET", events, events + "?status=pending", null));
  }

  private void one(String list, ApiAnswer page) {
    send(acting, "GET", list + "/{id}", list + "/" + page.json().at("/data/0/id").asText(), null);
  }

  private void invitations() {
    ApiAnswer invitation =
        send(
            acting,
            "POST",
            INVITATIONS,
            INVITATIONS,
            Map.of("email", "colleague@example.com", "role", "finance"));
    if (!journey.answered("POST " + INVITATIONS)) {
      return;
    }
    send(acting, "GET", INVITATIONS, INVITATIONS, null);
    String one = INVITATIONS + "/" + invitation.id();
    send(acting, "GET", INVITATIONS + "/{id}", one, null);
    ApiAnswer resent =
        send(
            acting.ifMatch(invitation.etag()),
            "POST",
            INVITATIONS + "/{id}/resend",
            one + "/resend",
            null);
    send(
        acting.ifMatch(resent.etag()), "POST", INVITATIONS + "/{id}/revoke", one + "/revoke", null);
  }

  private void team() {
    ApiAnswer person =
        api.post(
            "/api/v1/partners/" + partner.id() + "/users",
            Map.of(
                "firstName", "Eve",
                "lastName", "Moor",
                "email", "eve@example.com",
                "role", "finance"));
    send(acting, "GET", TEAM, TEAM, null);
    String one = TEAM + "/" + person.id();
    ApiAnswer read = send(acting, "GET", TEAM + "/{id}", one, null);
    ApiAnswer changed =
        send(
            acting.ifMatch(read.etag()),
            "PATCH",
            TEAM + "/{id}",
            one,
            Map.of("role", "account_manager"));
    send(acting.ifMatch(changed.etag()), "DELETE", TEAM + "/{id}", one, null);
  }

  private ApiAnswer send(
      ApiClient caller, String verb, String template, String path, @Nullable Object body) {
    return journey.send(caller, verb, template, path, body);
  }
}
