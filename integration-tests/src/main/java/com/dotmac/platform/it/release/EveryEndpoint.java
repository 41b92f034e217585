package com.dotmac.platform.it.release;

import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.MailedLink;
import com.dotmac.platform.it.fixtures.Meanwhile;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One journey through the whole API, that writes wherever something can be written and reads
 * wherever something can be read, and accepts no refusal: whether an app only starts on a schema,
 * or works on it. An app of an earlier release may lack an endpoint, and one without mail has links
 * for nobody; what is lacking is left out.
 */
public final class EveryEndpoint {
  private static final String CREDIT_NOTES = "/api/v1/credit-notes";
  private static final String CUSTOMERS = "/api/v1/customers";
  private static final String INVOICES = "/api/v1/invoices";
  private static final String KEYS = "/api/v1/api-keys";
  private static final String MESSAGES = "/api/v1/messages";
  private static final String PARTNERS = "/api/v1/partners";
  private static final String TENANT = "/api/v1/tenant";
  private static final String TENANTS = "/api/v1/tenants";
  private static final Set<String> NOT_THERE =
      Set.of("not-found", "method-not-allowed", "mail-not-set-up", "sealing-not-configured");

  private final ApiClient api;
  private final String nameOfPartner;
  private final Witness witness;
  private final Set<String> used = new LinkedHashSet<>();

  private EveryEndpoint(ApiClient api, String nameOfPartner, Witness witness) {
    this.api = api;
    this.nameOfPartner = nameOfPartner;
    this.witness = witness;
  }

  /** Sees each request that was answered as it should be. */
  public interface Witness {

    /**
     * Sees one.
     *
     * @param template path with placeholders
     * @param path what they were replaced by, and parameters
     * @param body {@code null}: none
     */
    void saw(String verb, String template, String path, @Nullable Object body, ApiAnswer answer);
  }

  /**
   * Uses each that a program can use.
   *
   * @param api a caller with every permission of his tenant; may have made the journey before. One
   *     of an ordinary tenant does not get to the endpoints for the platform's own
   * @return what answered, each as {@code GET /api/v1/partners/{id}}
   * @throws AssertionError at the first refusal or failure
   */
  public static Set<String> usedBy(ApiClient api) {
    return usedBy(api, null, null, null);
  }

  /**
   * Uses each.
   *
   * @param api a caller with every permission of his tenant; may have made the journey before
   * @param person somebody of that tenant who signs in; {@code null}: what is for people is left
   *     out
   * @param links reads the mails of that tenant; {@code null}: what takes a link is left out
   * @param meanwhile does in that tenant what no request does; {@code null}: what needs that is
   *     left out
   * @return what answered, each as {@code GET /api/v1/partners/{id}}
   * @throws AssertionError at the first refusal or failure
   */
  public static Set<String> usedBy(
      ApiClient api,
      @Nullable APerson person,
      @Nullable MailedLink links,
      @Nullable Meanwhile meanwhile) {
    return playedBy(
        api,
        person,
        links,
        meanwhile,
        "Partner " + UUID.randomUUID(),
        (verb, template, path, body, answer) -> {});
  }

  /**
   * Uses each before a witness.
   *
   * @param api a caller with every permission
   * @param person somebody who signs in; {@code null}: what is for people is left out
   * @param links reads the mails of that tenant; {@code null}: what takes a link is left out
   * @param meanwhile does in that tenant what no request does; {@code null}: what needs that is
   *     left out
   * @param nameOfPartner a name that no partner of his tenant has
   * @return what answered, each as {@code GET /api/v1/partners/{id}}
   * @throws AssertionError at the first refusal or failure
   */
  public static Set<String> playedBy(
      ApiClient api,
      @Nullable APerson person,
      @Nullable MailedLink links,
      @Nullable Meanwhile meanwhile,
      String nameOfPartner,
      Witness witness) {
    EveryEndpoint journey = new EveryEndpoint(api, nameOfPartner, witness);
    ApiAnswer customer = journey.customers();
    new JourneyOfCatalog(journey, api, journey.slug()).forCustomer(customer);
    ApiAnswer partner = journey.partners();
    journey.users(partner);
    journey.accounts(partner, customer);
    new JourneyOfCommissions(journey, api, partner, customer).earns();
    new JourneyOfPayouts(journey, api, partner).pays();
    new JourneyOfEarnings(journey, api, partner).earns();
    new JourneyOfStatements(journey, api, partner).reads(meanwhile);
    new JourneyOfPortal(journey, api, partner).acts();
    new JourneyOfReferrals(journey, api, partner, journey.slug()).refers();
    if (person != null && links != null) {
      new JourneyOfOnboarding(journey, api, partner, person, links, journey.slug()).comesAboard();
    }
    journey.endOf(journey.step("GET", PARTNERS + "/{id}", partner, null));
    journey.invoices(customer);
    new JourneyOfPayments(journey, api, customer).pays();
    journey.step("POST", CUSTOMERS + "/{id}/archive", customer, null);
    journey.apiKeys();
    journey.messages();
    journey.ownTenant();
    journey.tenants();
    JourneyOfPeople people = new JourneyOfPeople(journey, api, links, journey.slug());
    people.rolesAndUsers();
    if (person != null) {
      people.signsIn(person);
    }
    return journey.used;
  }

  private ApiAnswer customers() {
    ApiAnswer customer = send("POST", CUSTOMERS, "", CUSTOMERS, Map.of("name", "Nordlicht"));
    send("GET", CUSTOMERS, "", CUSTOMERS, null);
    step("GET", CUSTOMERS + "/{id}", customer, null);
    return step("PATCH", CUSTOMERS + "/{id}", customer, Map.of("name", "Nordlicht GmbH"));
  }

  private ApiAnswer partners() {
    Map<String, String> body =
        Map.of("companyName", nameOfPartner, "primaryEmail", "desk@example.com");
    ApiAnswer partner = send("POST", PARTNERS, "", PARTNERS, body);
    send("GET", PARTNERS, "", PARTNERS, null);
    step("GET", PARTNERS + "/{id}", partner, null);
    String number = PARTNERS + "/by-number/";
    send("GET", number + "{number}", "", number + partner.text("number"), null);
    partner = step("PATCH", PARTNERS + "/{id}", partner, Map.of("tier", "gold"));
    partner = step("POST", PARTNERS + "/{id}/activate", partner, null);
    partner = step("POST", PARTNERS + "/{id}/suspend", partner, null);
    partner = step("POST", PARTNERS + "/{id}/activate", partner, null);
    partner = tiers(partner);
    String audit = "/api/v1/audit-activities";
    send("GET", audit, "", audit + "?resourceId=" + partner.id(), null);
    return partner;
  }

  private ApiAnswer tiers(ApiAnswer partner) {
    String tiers = "/api/v1/partner-tiers";
    ApiAnswer program = send("GET", tiers, "", tiers, null);
    if (!answered("GET " + tiers)) {
      return partner;
    }
    send(
        "PATCH",
        tiers,
        program.etag(),
        tiers,
        Map.of("tiers", List.of(Map.of("tier", "silver", "customers", 1))));
    send("GET", tiers + "/preview", "", tiers + "/preview", null);
    send("POST", tiers + "/apply", "", tiers + "/apply", null);
    String moves = PARTNERS + "/{partnerId}/tier-moves";
    send("GET", moves, "", moves.replace("{partnerId}", partner.text("id")), null);
    ApiAnswer pinned = step("POST", PARTNERS + "/{id}/pin-tier", partner, null);
    return step("POST", PARTNERS + "/{id}/unpin-tier", pinned, null);
  }

  private void users(ApiAnswer partner) {
    below(
        partner,
        "/users",
        Map.of(
            "firstName", "Ada", "lastName", "Berg", "email", "ada@example.com", "role", "finance"),
        Map.of("lastName", "Bergmann"));
  }

  private void accounts(ApiAnswer partner, ApiAnswer customer) {
    below(
        partner,
        "/accounts",
        Map.of("customerId", customer.text("id"), "engagementType", "referral"),
        Map.of("engagementType", "managed"));
  }

  private void endOf(ApiAnswer partner) {
    ApiAnswer ended = step("POST", PARTNERS + "/{id}/terminate", partner, null);
    step("POST", PARTNERS + "/{id}/archive", ended, null);
  }

  private void below(ApiAnswer partner, String collection, Object created, Object changed) {
    String template = PARTNERS + "/{partnerId}" + collection;
    String path = PARTNERS + "/" + partner.id() + collection;
    ApiAnswer member = send("POST", template, "", path, created);
    send("GET", template, "", path, null);
    String one = path + "/" + member.id();
    send("GET", template + "/{id}", "", one, null);
    member = send("PATCH", template + "/{id}", member.etag(), one, changed);
    send("DELETE", template + "/{id}", member.etag(), one, null);
  }

  private void invoices(ApiAnswer customer) {
    Map<String, Object> line =
        Map.of(
            "description",
            "Hosting in March",
            "quantity",
            "2",
            "unitPrice",
            Map.of("amount", "1470", "currency", "EUR"),
            "taxRate",
            "0.19");
    Map<String, Object> body =
        Map.of("customerId", customer.text("id"), "currency", "EUR", "lines", List.of(line));
    ApiAnswer invoice = send("POST", INVOICES, "", INVOICES, body);
    if (!used.contains("POST " + INVOICES)) {
      return;
    }
    send("GET", INVOICES, "", INVOICES + "?status=draft", null);
    step("GET", INVOICES + "/{id}", invoice, null);
    invoice =
        step(
            "PATCH",
            INVOICES + "/{id}",
            invoice,
            Map.of("paymentDays", 14, "lines", List.of(line)));
    invoice = step("POST", INVOICES + "/{id}/finalise", invoice, null);
    step("GET", INVOICES + "/{id}/pdf", invoice, null);
    String terms = INVOICES + "/{invoiceId}/commission-terms";
    send("GET", terms, "", terms.replace("{invoiceId}", invoice.id().toString()), null);
    creditNotes(customer, invoice);
    invoice = step("GET", INVOICES + "/{id}", invoice, null);
    invoice = step("POST", INVOICES + "/{id}/give-up", invoice, Map.of("reason", "bankrupt"));
    step("POST", INVOICES + "/{id}/void", invoice, Map.of("reason", "ordered by mistake"));
    ApiAnswer many = send("POST", INVOICES, "", INVOICES, body);
    Object ids = Map.of("invoiceIds", List.of(many.text("id")));
    send("POST", INVOICES + "/finalise", "", INVOICES + "/finalise", ids);
    ApiAnswer draft = send("POST", INVOICES, "", INVOICES, body);
    step("DELETE", INVOICES + "/{id}", draft, null);
    String events = "/api/v1/billing-events";
    send("GET", events, "", events + "?type=invoice.finalised", null);
  }

  private void creditNotes(ApiAnswer customer, ApiAnswer invoice) {
    Map<String, Object> body =
        Map.of(
            "invoiceId",
            invoice.text("id"),
            "reason",
            "Hosting was down for two days",
            "amount",
            Map.of("amount", "230", "currency", "EUR"),
            "autoApply",
            false);
    ApiAnswer note = send("POST", CREDIT_NOTES, "", CREDIT_NOTES, body);
    if (!used.contains("POST " + CREDIT_NOTES)) {
      return;
    }
    send("GET", CREDIT_NOTES, "", CREDIT_NOTES + "?status=issued", null);
    String credit = CUSTOMERS + "/{id}/credit";
    send("GET", credit, "", credit.replace("{id}", customer.text("id")), null);
    String template = CREDIT_NOTES + "/{creditNoteId}/applications";
    String path = CREDIT_NOTES + "/" + note.id() + "/applications";
    Map<String, Object> applied =
        Map.of(
            "invoiceId", invoice.text("id"), "amount", Map.of("amount", "30", "currency", "EUR"));
    ApiAnswer application = send("POST", template, "", path, applied);
    send("GET", template, "", path, null);
    send("GET", template + "/{id}", "", path + "/" + application.id(), null);
    note = step("GET", CREDIT_NOTES + "/{id}", note, null);
    step("POST", CREDIT_NOTES + "/{id}/void", note, Map.of("reason", "The wrong customer"));
  }

  private void apiKeys() {
    ApiAnswer key =
        send("POST", KEYS, "", KEYS, Map.of("name", "k", "permissions", List.of("audit:read")));
    send("GET", KEYS, "", KEYS, null);
    if (!used.contains("POST " + KEYS)) {
      return;
    }
    step("GET", KEYS + "/{id}", key, null);
    step("POST", KEYS + "/{id}/rotate", key, null);
    step("POST", KEYS + "/{id}/revoke", key, null);
  }

  /** On a platform without a mail server, where messages wait. */
  private void messages() {
    String test = MESSAGES + "/test";
    ApiAnswer message =
        send("POST", test, "", test, Map.of("recipientAddress", "grace@example.com"));
    if (!used.contains("POST " + test)) {
      return;
    }
    send("GET", MESSAGES, "", MESSAGES + "?status=pending&template=test", null);
    step("GET", MESSAGES + "/{id}", message, null);
    step("POST", MESSAGES + "/{id}/retry", message, null);
  }

  private void ownTenant() {
    ApiAnswer tenant = send("GET", TENANT, "", TENANT, null);
    if (used.contains("GET " + TENANT)) {
      send("PATCH", TENANT, tenant.etag(), TENANT, Map.of("name", nameOfPartner));
    }
  }

  private void tenants() {
    String refusal = api.get(TENANTS).code();
    if (NOT_THERE.contains(refusal) || refusal.equals("permission-denied")) {
      return;
    }
    send("GET", TENANTS, "", TENANTS, null);
    Map<String, String> body =
        Map.of("slug", slug(), "name", "New", "timeZone", "UTC", "defaultCurrency", "EUR");
    ApiAnswer tenant = send("POST", TENANTS, "", TENANTS, body);
    step("GET", TENANTS + "/{id}", tenant, null);
    tenant = step("PATCH", TENANTS + "/{id}", tenant, Map.of("name", "Newer"));
    tenant = step("POST", TENANTS + "/{id}/suspend", tenant, Map.of("reason", "unpaid"));
    step("POST", TENANTS + "/{id}/resume", tenant, null);
  }

  /** The name of the partner as the name of a tenant. */
  private String slug() {
    return nameOfPartner.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** Whether an endpoint was there. */
  boolean answered(String endpoint) {
    return used.contains(endpoint);
  }

  /** Does something to what was read. */
  ApiAnswer step(String verb, String template, ApiAnswer read, @Nullable Object body) {
    String path = template.replace("{id}", read.text("id"));
    return send(verb, template, read.etag(), path, body);
  }

  private ApiAnswer send(
      String verb, String template, String tag, String path, @Nullable Object body) {
    return send(tag.isEmpty() ? api : api.ifMatch(tag), verb, template, path, body);
  }

  /** Sends what a caller sends. */
  ApiAnswer send(
      ApiClient caller, String verb, String template, String path, @Nullable Object body) {
    ApiAnswer answer = (verb.equals("POST") ? caller.once() : caller).send(verb, path, body);
    if (NOT_THERE.contains(answer.code())) {
      return answer;
    }
    if (answer.status() >= 300) {
      throw new AssertionError(
          "%s %s was answered with %d: %s"
              .formatted(verb, template, answer.status(), answer.body()));
    }
    used.add(verb + " " + template);
    witness.saw(verb, template, path, body, answer);
    return answer;
  }
}
