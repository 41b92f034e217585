package com.dotmac.platform.it.walk;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.openapi.Description.Operation;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Payouts for a walk, and what there has to be before one can be made. */
final class WalkedPayouts {
  private static final String BATCHES = "/api/v1/payout-batches";
  private static final String PAYOUTS = "/api/v1/payouts";
  private static final String SETTINGS = "/api/v1/partner-settings";
  private static final List<Map<String, String>> LEAST =
      List.of(Map.of("currency", "EUR", "amount", "1"));
  private static final String PAYEES = "/payee-accounts";
  private static final String IBAN = "NL91ABNA0417164300";
  private static final Map<String, String> ACCOUNT = Map.of("holder", "Acme GmbH", "iban", IBAN);

  private static final List<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() == 2)
          .map(Currency::getCurrencyCode)
          .filter(code -> !code.equals("EUR"))
          .sorted()
          .toList();

  private WalkedPayouts() {}

  /** A draft, of one partner. */
  static ApiAnswer batch(Home home) {
    // Of a currency by itself: what another batch let go of would be in this one, too.
    String currency = CURRENCIES.get(home.next() % CURRENCIES.size());
    payable(home, currency);
    return expect(home.api().once().post(BATCHES, Map.of("currency", currency)));
  }

  /** One that was handed over to people. */
  static String payout(Home home) {
    String batch = handedOver(home, BATCHES + "/" + batch(home).text("id"));
    return home.api().get(PAYOUTS + "?batchId=" + batch).json().at("/data/0/id").asText();
  }

  /** The same of a partner. */
  static String payout(Home home, String partner) {
    String currency = CURRENCIES.get(home.next() % CURRENCIES.size());
    payable(home, partner, currency);
    String batch =
        handedOver(
            home,
            BATCHES
                + "/"
                + expect(home.api().once().post(BATCHES, Map.of("currency", currency))).text("id"));
    return home.api()
        .get(PAYOUTS + "?batchId=" + batch + "&partnerId=" + partner)
        .json()
        .at("/data/0/id")
        .asText();
  }

  /** An account of the partner above. */
  static String payee(Home home, List<String> above) {
    return expect(home.api().once().post(APartner.PATH + "/" + above.get(0) + PAYEES, ACCOUNT))
        .text("id");
  }

  /** An account to pay from. */
  static String payer(Home home) {
    return Kind.made(
        home,
        "/api/v1/payer-accounts",
        Map.of("currency", "EUR", "holder", "The Tenant", "iban", IBAN));
  }

  /** Brings about what some operations need, and no name in them says. */
  static void prepare(Home home, Operation operation, String address) {
    switch (operation.toString()) {
      case "POST /api/v1/payout-batches" -> payable(home, "EUR");
      case "GET /api/v1/payout-batches/{id}/file" -> handedOver(home, address);
      case "GET /api/v1/partner-exports/{id}/file" ->
          home.make(address.substring(address.lastIndexOf('/') + 1));
      default -> {}
    }
  }

  private static String handedOver(Home home, String address) {
    ApiAnswer draft = expect(home.api().get(address));
    ApiAnswer approved = expect(home.api().once().ifMatch(draft.etag()).post(address + "/approve"));
    return expect(home.api().once().ifMatch(approved.etag()).post(address + "/submit")).text("id");
  }

  /** A partner who can be paid, and is owed something; the least that is paid is any amount. */
  private static void payable(Home home, String currency) {
    payable(
        home,
        APartner.named("Acme " + home.next()).createdBy(home.api(), "active").text("id"),
        currency);
  }

  private static void payable(Home home, String partner, String currency) {
    askForTheLeast(home);
    expect(home.api().once().post(APartner.PATH + "/" + partner + PAYEES, ACCOUNT));
    String line = WalkedPartners.adjusted(home, List.of(partner), 700, currency).text("id");
    expect(
        home.api()
            .once()
            .post(
                "/api/v1/commission-events/approve", Map.of("commissionEventIds", List.of(line))));
  }

  /** Whoever sends whatever comes to his mind may have settled a minimum that nobody reaches. */
  private static void askForTheLeast(Home home) {
    ApiAnswer settings = expect(home.api().get(SETTINGS));
    expect(home.api().ifMatch(settings.etag()).patch(SETTINGS, Map.of("payoutMinimums", LEAST)));
  }

  private static ApiAnswer expect(ApiAnswer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError("A payout cannot be made ready: " + answer.body());
    }
    return answer;
  }
}
