package com.dotmac.platform.it.walk;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import java.util.List;
import java.util.Map;

/** Partners for a walk, with something in their books. */
final class WalkedPartners {

  private WalkedPartners() {}

  /** A partner at work who owes something, so that he can be let off it. */
  static String inDebt(Home home) {
    String partner = active(home);
    String event = adjusted(home, List.of(partner), -500).text("id");
    home.api()
        .once()
        .post("/api/v1/commission-events/approve", Map.of("commissionEventIds", List.of(event)));
    return partner;
  }

  /**
   * A line by hand.
   *
   * @param above names the partner; empty: a new one
   */
  static ApiAnswer adjusted(Home home, List<String> above, long minor) {
    return adjusted(home, above, minor, "EUR");
  }

  /** The same in another currency. */
  static ApiAnswer adjusted(Home home, List<String> above, long minor, String currency) {
    String partner = above.isEmpty() ? active(home) : above.get(0);
    return home.api()
        .once()
        .post(
            APartner.PATH + "/" + partner + "/adjustments",
            Map.of("amount", AnInvoice.money(minor, currency), "reason", "Agreed by telephone"));
  }

  private static String active(Home home) {
    return APartner.named("Acme " + home.next()).createdBy(home.api(), "active").text("id");
  }
}
