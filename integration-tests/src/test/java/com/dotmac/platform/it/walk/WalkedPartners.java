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

  /** A partner at work who stands higher than his numbers. */
  static String aboveHisNumbers(Home home) {
    String tiers = "/api/v1/partner-tiers";
    ApiAnswer program = home.api().get(tiers);
    if (program.json().path("tiers").isEmpty()) {
      home.api()
          .ifMatch(program.etag())
          .patch(tiers, Map.of("tiers", List.of(Map.of("tier", "silver", "customers", 1))));
    }
    return APartner.named("Acme " + home.next())
        .with("tier", "silver")
        .createdBy(home.api(), "active")
        .text("id");
  }

  /** A move of a partner to another tier by hand; its identifier. */
  static String moved(Home home, String partner) {
    String path = APartner.PATH + "/" + partner;
    ApiAnswer read = home.api().get(path);
    String tier = read.text("tier").equals("direct") ? "bronze" : "direct";
    ApiAnswer changed = home.api().ifMatch(read.etag()).patch(path, Map.of("tier", tier));
    if (changed.status() != 200) {
      throw new AssertionError("Nobody is moved: " + changed.body());
    }
    return home.api().get(path + "/tier-moves?limit=1").column("id").get(0);
  }

  private static String active(Home home) {
    return APartner.named("Acme " + home.next()).createdBy(home.api(), "active").text("id");
  }
}
