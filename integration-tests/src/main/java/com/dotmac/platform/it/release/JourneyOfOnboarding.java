package com.dotmac.platform.it.release;

import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.MailedLink;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of the journey in which partners and their people come aboard. */
final class JourneyOfOnboarding {
  private static final String BACK = "/api/v1/partner-invitations";
  private static final String APPLICATIONS = "/api/v1/partner-applications";
  private static final String PASSWORD = "wrong donkey charger paperclip";

  private final EveryEndpoint journey;
  private final ApiClient api;
  private final String invitations;
  private static final String TEMPLATE = "/api/v1/partners/{partnerId}/invitations";
  private final APerson person;
  private final MailedLink mails;
  private final String name;

  /**
   * Goes on with a journey.
   *
   * @param api a caller with every permission
   * @param partner active
   * @param person somebody of the tenant who signs in
   * @param mails reads the mails of the tenant
   * @param name what no company and no address of the tenant is called
   */
  JourneyOfOnboarding(
      EveryEndpoint journey,
      ApiClient api,
      ApiAnswer partner,
      APerson person,
      MailedLink mails,
      String name) {
    this.journey = journey;
    this.api = api;
    invitations = "/api/v1/partners/" + partner.id() + "/invitations";
    this.person = person;
    this.mails = mails;
    this.name = name;
  }

  /** Invites people who accept, and takes in a company that applies. */
  void comesAboard() {
    ApiAnswer first = invite("new-" + name + "@example.com");
    if (!journey.answered("POST " + TEMPLATE)) {
      return;
    }
    send(api, "GET", TEMPLATE, invitations, null);
    String one = invitations + "/" + first.id();
    send(api, "GET", TEMPLATE + "/{id}", one, null);
    List<String> before = mailsTo(first.text("email"));
    ApiAnswer resent =
        send(api.ifMatch(first.etag()), "POST", TEMPLATE + "/{id}/resend", one + "/resend", null);
    send(
        stranger(),
        "POST",
        BACK + "/accept",
        BACK + "/accept",
        Map.of(
            "token",
            token(resent.text("email"), before),
            "firstName",
            "Eve",
            "lastName",
            "Moor",
            "newPassword",
            PASSWORD));
    invite(person.email());
    send(
        person.api().with("X-Request-Id", "example"),
        "POST",
        BACK + "/join",
        BACK + "/join",
        Map.of("token", token(person.email(), List.of()), "firstName", "Ada", "lastName", "Berg"));
    ApiAnswer other = invite("other-" + name + "@example.com");
    String revoke = "/{id}/revoke";
    send(
        api.ifMatch(other.etag()),
        "POST",
        TEMPLATE + revoke,
        invitations + "/" + other.id() + "/revoke",
        null);
    applications();
  }

  private void applications() {
    mails.tenantTakesApplications();
    ApiAnswer approved = apply("Approved " + name);
    if (!journey.answered("GET " + APPLICATIONS)) {
      return;
    }
    journey.step("GET", APPLICATIONS + "/{id}", approved, null);
    journey.step(
        "POST", APPLICATIONS + "/{id}/approve", approved, Map.of("reason", "known in the trade"));
    ApiAnswer rejected = apply("Rejected " + name);
    journey.step(
        "POST", APPLICATIONS + "/{id}/reject", rejected, Map.of("reason", "not in our region"));
  }

  private ApiAnswer apply(String company) {
    send(
        stranger(),
        "POST",
        "/api/v1/apply/{tenantSlug}",
        "/api/v1/apply/" + person.tenant(),
        Map.of(
            "companyName",
            company,
            "contactName",
            "Eve Moor",
            "email",
            company.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.com",
            "expectedMonthlyReferrals",
            3));
    ApiAnswer list = send(api, "GET", APPLICATIONS, APPLICATIONS + "?status=pending", null);
    return api.get(APPLICATIONS + "/" + list.column("id").get(0));
  }

  private ApiAnswer invite(String email) {
    return send(
        api, "POST", TEMPLATE, invitations, Map.of("email", email, "role", "account_manager"));
  }

  /**
   * The token of the mail to an address that is none of these: mails of one instant have no order.
   */
  private String token(String email, List<String> others) {
    List<String> fresh = new ArrayList<>(mailsTo(email));
    fresh.removeAll(others);
    return mails.tokenIn(UUID.fromString(fresh.get(0)));
  }

  private List<String> mailsTo(String email) {
    return api.get("/api/v1/messages?template=partner_invitation&recipientAddress=" + email)
        .column("id");
  }

  private ApiClient stranger() {
    return person.nobody().with("User-Agent", "Desk/1.0").with("X-Request-Id", "example");
  }

  private ApiAnswer send(
      ApiClient caller, String verb, String path, String address, @Nullable Object body) {
    return journey.send(caller, verb, path, address, body);
  }
}
