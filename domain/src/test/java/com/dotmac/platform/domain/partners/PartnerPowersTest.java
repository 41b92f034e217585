package com.dotmac.platform.domain.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartnerPowersTest {
  /** In the words of the contract, role by role and power by power. */
  private static final Map<String, Set<String>> AGREED =
      Map.of(
          "partner_owner",
              Set.of(
                  "see_partner",
                  "submit_referrals",
                  "see_money",
                  "change_payout_details",
                  "change_profile",
                  "manage_team",
                  "manage_owners"),
          "partner_admin",
              Set.of(
                  "see_partner",
                  "submit_referrals",
                  "see_money",
                  "change_payout_details",
                  "change_profile",
                  "manage_team"),
          "account_manager", Set.of("see_partner", "submit_referrals"),
          "finance", Set.of("see_partner", "see_money", "change_payout_details"));

  @Test
  void each_role_has_the_powers_that_were_agreed_and_no_others() {
    Map<String, Set<String>> powers =
        Arrays.stream(PartnerRole.values())
            .collect(
                Collectors.toMap(
                    PartnerRole::code,
                    role ->
                        PartnerPowers.of(role).stream()
                            .map(PartnerPower::code)
                            .collect(Collectors.toSet())));
    assertThat(powers).isEqualTo(AGREED);
  }

  @Test
  void each_power_is_somebodys() {
    assertThat(PartnerPowers.of(PartnerRole.PARTNER_OWNER)).contains(PartnerPower.values());
  }

  @Test
  void a_portal_is_open_while_there_is_something_to_read_and_changed_while_the_partner_is_active() {
    assertThat(
            Arrays.stream(PartnerStatus.values())
                .collect(
                    Collectors.toMap(
                        PartnerStatus::code,
                        status -> seat(status).isOpen() + " " + seat(status).isWritable())))
        .isEqualTo(
            Map.of(
                "pending", "false false",
                "active", "true true",
                "suspended", "true false",
                "terminated", "true false",
                "archived", "false false"));
  }

  private static PartnerSeat seat(PartnerStatus status) {
    return new PartnerSeat(new UUID(0, 1), "PTR-000001", "Acme", status, null, PartnerRole.FINANCE);
  }
}
