package com.dotmac.platform.it.walk;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.it.fixtures.ACommission;
import com.dotmac.platform.it.fixtures.ACreditNote;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APlan;
import com.dotmac.platform.it.fixtures.AProduct;
import com.dotmac.platform.it.fixtures.ASubscription;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A kind of thing that a request can name, and how a tenant comes by one. The tables below say
 * where a request names which kind; an operation that names something in another place ends the
 * walk with a sentence that says which table wants a line.
 */
enum Kind {
  API_KEY,
  BILLED_CUSTOMER,
  COMMISSION_EVENT,
  COMMISSION,
  COMMISSION_VERSION,
  CREDIT_NOTE,
  CREDIT_NOTE_APPLICATION,
  CUSTOMER,
  CUSTOMER_CONTACT,
  FINALISED_INVOICE,
  INVOICE,
  INVOICE_LINE,
  MESSAGE,
  OWED_INVOICE,
  PARTNER,
  PARTNER_APPLICATION,
  PARTNER_INVITATION,
  PARTNER_NUMBER,
  PARTNER_EXPORT,
  PARTNER_REFERRAL,
  PARTNER_STATEMENT,
  PARTNER_USER,
  PARTNER_ACCOUNT,
  PAYMENT,
  PAYMENT_ALLOCATION,
  PAYMENT_DISPUTE,
  PAYMENT_METHOD,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
  PAYMENT_REFUND,
  PAYOUT,
  PAYOUT_BATCH,
  PLAN,
  PORTAL_ACCOUNT,
  PORTAL_COMMISSION_EVENT,
  PORTAL_INVITATION,
  PORTAL_PARTNER,
  PORTAL_PAYEE_ACCOUNT,
  PORTAL_PAYOUT,
  PORTAL_PERSON,
  PORTAL_REFERRAL,
  PORTAL_STATEMENT,
  PRICING_RULE,
  PRODUCT,
  PRODUCT_CATEGORY,
  ROLE,
  SESSION,
  SUBSCRIPTION,
  SUBSCRIPTION_CHARGE,
  TENANT,
  TENANT_SLUG,
  TIER_CANDIDATE,
  TIER_MOVE,
  USER,
  USER_IDENTITY;

  /** Addresses up to the placeholder, each placeholder as {@code {}}. */
  private static final Map<String, Kind> IN_PATHS =
      Map.ofEntries(
          Map.entry("/api/v1/api-keys/{}", API_KEY),
          Map.entry("/api/v1/commission-events/{}", COMMISSION_EVENT),
          Map.entry("/api/v1/credit-notes/{}", CREDIT_NOTE),
          Map.entry("/api/v1/credit-notes/{}/applications/{}", CREDIT_NOTE_APPLICATION),
          Map.entry("/api/v1/customers/{}", CUSTOMER),
          Map.entry("/api/v1/invoices/{}", INVOICE),
          Map.entry("/api/v1/customers/{}/contacts/{}", CUSTOMER_CONTACT),
          Map.entry("/api/v1/me/sessions/{}", SESSION),
          Map.entry("/api/v1/messages/{}", MESSAGE),
          Map.entry("/api/v1/partner-commissions/{}", COMMISSION),
          Map.entry("/api/v1/apply/{}", TENANT_SLUG),
          Map.entry("/api/v1/partner-applications/{}", PARTNER_APPLICATION),
          Map.entry("/api/v1/partners/{}/invitations/{}", PARTNER_INVITATION),
          Map.entry("/api/v1/portal/invitations/{}", PORTAL_INVITATION),
          Map.entry("/api/v1/partners/{}", PARTNER),
          Map.entry("/api/v1/partners/by-number/{}", PARTNER_NUMBER),
          Map.entry("/api/v1/partners/{}/users/{}", PARTNER_USER),
          Map.entry("/api/v1/partners/{}/accounts/{}", PARTNER_ACCOUNT),
          Map.entry("/api/v1/plans/{}", PLAN),
          Map.entry("/api/v1/partner-referrals/{}", PARTNER_REFERRAL),
          Map.entry("/api/v1/partner-exports/{}", PARTNER_EXPORT),
          Map.entry("/api/v1/partner-statements/{}", PARTNER_STATEMENT),
          Map.entry("/api/v1/portal/commission-events/{}", PORTAL_COMMISSION_EVENT),
          Map.entry("/api/v1/portal/payee-accounts/{}", PORTAL_PAYEE_ACCOUNT),
          Map.entry("/api/v1/portal/payouts/{}", PORTAL_PAYOUT),
          Map.entry("/api/v1/portal/referrals/{}", PORTAL_REFERRAL),
          Map.entry("/api/v1/portal/statements/{}", PORTAL_STATEMENT),
          Map.entry("/api/v1/portal/team/{}", PORTAL_PERSON),
          Map.entry("/api/v1/pricing-rules/{}", PRICING_RULE),
          Map.entry("/api/v1/product-categories/{}", PRODUCT_CATEGORY),
          Map.entry("/api/v1/products/{}", PRODUCT),
          Map.entry("/api/v1/customers/{}/payment-methods/{}", PAYMENT_METHOD),
          Map.entry("/api/v1/payments/{}", PAYMENT),
          Map.entry("/api/v1/payments/{}/disputes/{}", PAYMENT_DISPUTE),
          Map.entry("/api/v1/payments/{}/refunds/{}", PAYMENT_REFUND),
          Map.entry("/api/v1/partners/{}/payee-accounts/{}", PAYEE_ACCOUNT),
          Map.entry("/api/v1/payer-accounts/{}", PAYER_ACCOUNT),
          Map.entry("/api/v1/payout-batches/{}", PAYOUT_BATCH),
          Map.entry("/api/v1/payouts/{}", PAYOUT),
          Map.entry("/api/v1/roles/{}", ROLE),
          Map.entry("/api/v1/subscriptions/{}", SUBSCRIPTION),
          Map.entry("/api/v1/tenants/{}", TENANT),
          Map.entry("/api/v1/users/{}", USER),
          Map.entry("/api/v1/users/{}/identities/{}", USER_IDENTITY));

  /** Fields of bodies and parameters of queries that hold an identifier. */
  private static final Map<String, Kind> IN_FIELDS =
      Map.ofEntries(
          Map.entry("actorId", API_KEY),
          Map.entry("aggregateId", INVOICE),
          Map.entry("allocationId", PAYMENT_ALLOCATION),
          Map.entry("batchId", PAYOUT_BATCH),
          Map.entry("categoryId", PRODUCT_CATEGORY),
          Map.entry("commissionEventIds", COMMISSION_EVENT),
          Map.entry("commissionId", COMMISSION),
          Map.entry("customerId", CUSTOMER),
          Map.entry("customerIds", CUSTOMER),
          Map.entry("excludedProductIds", PRODUCT),
          Map.entry("invoiceId", OWED_INVOICE),
          Map.entry("invoiceIds", INVOICE),
          Map.entry("invoiceLineId", INVOICE_LINE),
          Map.entry("partnerId", PARTNER),
          Map.entry("paymentMethodId", PAYMENT_METHOD),
          Map.entry("payoutId", PAYOUT),
          Map.entry("planId", PLAN),
          Map.entry("productId", PRODUCT),
          Map.entry("productIds", PRODUCT),
          Map.entry("refundId", PAYMENT_REFUND),
          Map.entry("resourceId", PARTNER),
          Map.entry("roleIds", ROLE),
          Map.entry("userId", USER));

  /** Fields that are called like a reference, and hold what the caller calls the thing himself. */
  static final Set<String> NO_REFERENCE = Set.of("externalId", "providerDisputeId", "taxId");

  /** Lists whose rows have no address of their own, and what adds a row. */
  private static final Map<String, Kind> ROWS_OF =
      Map.ofEntries(
          Map.entry("/api/v1/audit-activities", CUSTOMER),
          Map.entry("/api/v1/billing-events", FINALISED_INVOICE),
          Map.entry("/api/v1/partner-commissions/{id}/versions", COMMISSION_VERSION),
          Map.entry("/api/v1/partner-tiers/preview", TIER_CANDIDATE),
          Map.entry("/api/v1/partners/{partnerId}/ledger-entries", COMMISSION_EVENT),
          Map.entry("/api/v1/partners/{partnerId}/tier-moves", TIER_MOVE),
          Map.entry("/api/v1/payments/{paymentId}/allocations", PAYMENT_ALLOCATION),
          Map.entry("/api/v1/payouts/{id}/lines", PAYOUT),
          Map.entry("/api/v1/portal/accounts", PORTAL_ACCOUNT),
          Map.entry("/api/v1/portal/payouts/{id}/lines", PORTAL_PAYOUT),
          Map.entry("/api/v1/partners/{partnerId}/statements", PARTNER_STATEMENT),
          Map.entry("/api/v1/partner-statements/{id}/lines", PARTNER_STATEMENT),
          Map.entry("/api/v1/portal/statements/{id}/lines", PORTAL_STATEMENT),
          Map.entry("/api/v1/subscriptions/{id}/charges", SUBSCRIPTION_CHARGE));

  /**
   * Makes a new one.
   *
   * @param home whose it is
   * @param above names of what it belongs to, the outermost first
   * @return its name in a request
   */
  String madeIn(Home home, List<String> above) {
    return switch (this) {
      case API_KEY ->
          made(
              home,
              "/api/v1/api-keys",
              Map.of("name", "Importer", "permissions", List.of("audit:read")));
      case BILLED_CUSTOMER, CUSTOMER ->
          ACustomer.named("Nord " + home.next()).createdBy(home.api()).text("id");
      case COMMISSION_EVENT -> WalkedPartners.adjusted(home, above, 100).text("id");
      case COMMISSION -> ACommission.numbered(home.api(), home.next()).text("id");
      case COMMISSION_VERSION ->
          ACommission.saidAnew(home.api(), above.get(0), home.next())
              .json()
              .at("/lastVersion/id")
              .asText();
      case CREDIT_NOTE -> credit(home).text("id");
      case CREDIT_NOTE_APPLICATION ->
          home.api()
              .once()
              .post(
                  ACreditNote.PATH + "/" + above.get(0) + "/applications",
                  Map.of(
                      "invoiceId",
                      OWED_INVOICE.madeIn(home, List.of()),
                      "amount",
                      AnInvoice.money(1, "EUR")))
              .text("id");
      case FINALISED_INVOICE -> AnInvoice.of(customer(home)).finalisedBy(home.api()).text("id");
      case INVOICE -> AnInvoice.of(customer(home)).in("EUR").draftedBy(home.api()).text("id");
      case CUSTOMER_CONTACT ->
          made(
              home,
              ACustomer.PATH + "/" + above.get(0) + "/contacts",
              Map.of(
                  "name", "Eve Moor",
                  "email", "eve%d@customer.example".formatted(home.next()),
                  "role", "billing"));
      case MESSAGE ->
          made(home, "/api/v1/messages/test", Map.of("recipientAddress", "grace@tenant.example"));
      case INVOICE_LINE ->
          home.api()
              .get(
                  AnInvoice.PATH
                      + "/"
                      + (above.isEmpty() ? OWED_INVOICE.madeIn(home, above) : above.get(0)))
              .json()
              .at("/lines/0/id")
              .asText();
      case OWED_INVOICE -> WalkedPayments.invoice(home, above, () -> owed(home)).text("id");
      case PARTNER -> WalkedPartners.inDebt(home);
      case PORTAL_PARTNER ->
          APartner.named("Acme " + home.next()).createdBy(home.api(), "active").text("id");
      case PARTNER_APPLICATION -> home.application();
      case PARTNER_INVITATION ->
          made(
              home,
              APartner.PATH + "/" + above.get(0) + "/invitations",
              Map.of("email", "eve%d@invited.example".formatted(home.next()), "role", "finance"));
      case PARTNER_NUMBER ->
          APartner.named("Acme " + home.next()).createdBy(home.api()).text("number");
      case PARTNER_EXPORT -> home.export();
      case PARTNER_STATEMENT ->
          home.statement(above.isEmpty() ? PARTNER.madeIn(home, List.of()) : above.get(0));
      case PARTNER_REFERRAL -> home.referral(PARTNER.madeIn(home, List.of()));
      case PARTNER_USER ->
          made(
              home,
              APartner.PATH + "/" + above.get(0) + "/users",
              Map.of(
                  "firstName", "Eve",
                  "lastName", "Moor",
                  "email", "eve%d@partner.example".formatted(home.next()),
                  "role", "finance"));
      case PARTNER_ACCOUNT ->
          made(
              home,
              APartner.PATH + "/" + above.get(0) + "/accounts",
              Map.of("customerId", CUSTOMER.madeIn(home, List.of()), "engagementType", "referral"));
      case PLAN -> APlan.any().createdBy(home.api()).text("id");
      case PORTAL_ACCOUNT ->
          PARTNER_ACCOUNT.madeIn(home, List.of(home.kept(PORTAL_PARTNER, List.of())));
      case PORTAL_COMMISSION_EVENT ->
          COMMISSION_EVENT.madeIn(home, List.of(home.kept(PORTAL_PARTNER, List.of())));
      case PORTAL_PAYEE_ACCOUNT ->
          PAYEE_ACCOUNT.madeIn(home, List.of(home.kept(PORTAL_PARTNER, List.of())));
      case PORTAL_PAYOUT -> WalkedPayouts.payout(home, home.kept(PORTAL_PARTNER, List.of()));
      case PORTAL_INVITATION ->
          PARTNER_INVITATION.madeIn(home, List.of(home.kept(PORTAL_PARTNER, List.of())));
      case PORTAL_PERSON ->
          PARTNER_USER.madeIn(home, List.of(home.kept(PORTAL_PARTNER, List.of())));
      case PORTAL_REFERRAL -> home.referral(home.kept(PORTAL_PARTNER, List.of()));
      case PORTAL_STATEMENT -> home.statement(home.kept(PORTAL_PARTNER, List.of()));
      case PRICING_RULE ->
          made(
              home,
              "/api/v1/pricing-rules",
              Map.of(
                  "productId",
                  PRODUCT.madeIn(home, List.of()),
                  "name",
                  "Spring",
                  "discountRate",
                  "0.1"));
      case PRODUCT -> AProduct.any().createdBy(home.api()).text("id");
      case PRODUCT_CATEGORY -> AProduct.category(home.api(), "Servers").text("id");
      case PAYMENT -> WalkedPayments.payment(home).text("id");
      case PAYMENT_ALLOCATION -> WalkedPayments.allocation(home, above);
      case PAYMENT_DISPUTE -> WalkedPayments.partOf(home, "disputes", above);
      case PAYMENT_METHOD -> WalkedPayments.method(home, above);
      case PAYMENT_REFUND -> WalkedPayments.partOf(home, "refunds", above);
      case PAYEE_ACCOUNT -> WalkedPayouts.payee(home, above);
      case PAYER_ACCOUNT -> WalkedPayouts.payer(home);
      case PAYOUT -> WalkedPayouts.payout(home);
      case PAYOUT_BATCH -> WalkedPayouts.batch(home).text("id");
      case ROLE ->
          made(
              home,
              "/api/v1/roles",
              Map.of("name", "Desk " + home.next(), "permissions", List.of("partners:read")));
      case SESSION -> home.person().signIn().text("sessionId");
      case SUBSCRIPTION ->
          ASubscription.of(customer(home), APlan.any().createdBy(home.api()).id())
              .createdBy(home.api())
              .text("id");
      case SUBSCRIPTION_CHARGE ->
          ASubscription.changed(home.api(), above.get(0), APlan.any().createdBy(home.api()));
      case TENANT -> home.tenantId();
      case TENANT_SLUG -> home.openForApplications();
      case TIER_CANDIDATE -> WalkedPartners.aboveHisNumbers(home);
      case TIER_MOVE -> WalkedPartners.moved(home, above.get(0));
      case USER ->
          made(
              home,
              "/api/v1/users",
              Map.of(
                  "email",
                  "grace%d@tenant.example".formatted(home.next()),
                  "displayName",
                  "Grace Berg"));
      case USER_IDENTITY ->
          made(
              home,
              "/api/v1/users/" + above.get(0) + "/identities",
              Map.of("issuer", "https://id.example.com", "subject", "grace" + home.next()));
    };
  }

  /** Of the customer whose credit can be used for it. */
  private static ApiAnswer owed(Home home) {
    UUID customer = UUID.fromString(home.kept(BILLED_CUSTOMER, List.of()));
    return AnInvoice.of(customer).in("EUR").over(100_000).finalisedBy(home.api());
  }

  private static ApiAnswer credit(Home home) {
    return ACreditNote.of(owed(home)).over(230, "EUR").keptAsCredit().issuedBy(home.api());
  }

  private static UUID customer(Home home) {
    return UUID.fromString(CUSTOMER.madeIn(home, List.of()));
  }

  /** Whether one belongs to what the path of a request names, also where its body names it. */
  boolean isBelow() {
    return this == PAYMENT_ALLOCATION || this == PAYMENT_REFUND;
  }

  /** A name of this kind that is nobody's. */
  String ofNobody() {
    return this == PARTNER_NUMBER ? "PTR-999999" : Identifiers.next(Instant.EPOCH).toString();
  }

  /**
   * What the last placeholder of an address stands for.
   *
   * @param address up to the placeholder, as {@code /api/v1/partners/{id}}
   * @throws AssertionError if that is not known
   */
  static Kind inPath(String address) {
    return known(IN_PATHS, blank(address), "IN_PATHS");
  }

  /**
   * What a field or a parameter holds the identifier of.
   *
   * @throws AssertionError if that is not known
   */
  static Kind inField(String name) {
    return known(IN_FIELDS, name, "IN_FIELDS");
  }

  /**
   * What adds a row to a list.
   *
   * @param template its path
   * @throws AssertionError if that is not known
   */
  static Kind rowOf(String template) {
    Kind listed = ROWS_OF.get(template);
    return listed == null
        ? known(IN_PATHS, blank(template) + "/{}", "IN_PATHS or ROWS_OF")
        : listed;
  }

  private static String blank(String template) {
    return template.replaceAll("\\{\\w+}", "{}");
  }

  private static Kind known(Map<String, Kind> table, String place, String name) {
    Kind kind = table.get(place);
    if (kind == null) {
      throw new AssertionError(
          "The walk over the API does not know what '%s' names: give Kind.%s a line for it, and Kind a constant that makes one, if there is none yet."
              .formatted(place, name));
    }
    return kind;
  }

  /**
   * Posts a body and takes the identifier of what was made.
   *
   * @throws AssertionError if nothing was made
   */
  static String made(Home home, String path, Map<String, Object> body) {
    ApiAnswer answer = home.api().post(path, body);
    if (answer.status() != 201) {
      throw new AssertionError("The walk cannot make one: " + answer.body());
    }
    return answer.text("id");
  }
}
