package com.dotmac.platform.domain.partners;

import static com.dotmac.platform.domain.partners.PartnerPower.CHANGE_PAYOUT_DETAILS;
import static com.dotmac.platform.domain.partners.PartnerPower.MANAGE_OWNERS;
import static com.dotmac.platform.domain.partners.PartnerPower.SEE_MONEY;
import static com.dotmac.platform.domain.partners.PartnerPower.SEE_PARTNER;
import static com.dotmac.platform.domain.partners.PartnerPower.SUBMIT_REFERRALS;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which role has which powers: the one table. */
final class PartnerPowers {

  private PartnerPowers() {}

  /** What people with a role may do for their partner. */
  static Set<PartnerPower> of(PartnerRole role) {
    return Collections.unmodifiableSet(
        switch (role) {
          case PARTNER_OWNER -> EnumSet.allOf(PartnerPower.class);
          case PARTNER_ADMIN -> EnumSet.complementOf(EnumSet.of(MANAGE_OWNERS));
          case ACCOUNT_MANAGER -> EnumSet.of(SEE_PARTNER, SUBMIT_REFERRALS);
          case FINANCE -> EnumSet.of(SEE_PARTNER, SEE_MONEY, CHANGE_PAYOUT_DETAILS);
        });
  }
}
