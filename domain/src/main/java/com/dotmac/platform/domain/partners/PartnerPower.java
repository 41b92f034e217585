package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Coded;

/** What a person may do for his partner; {@link PartnerPowers} says which role has which. */
public enum PartnerPower implements Coded {
  /** See the partner, his people and the customers whom he looks after. */
  SEE_PARTNER("see_partner"),
  /** See referrals, submit and withdraw them. */
  SUBMIT_REFERRALS("submit_referrals"),
  /** See what the partner earns and what is paid out. */
  SEE_MONEY("see_money"),
  /** Say where money is paid out to. */
  CHANGE_PAYOUT_DETAILS("change_payout_details"),
  /** Change what the partner says of himself. */
  CHANGE_PROFILE("change_profile"),
  /** Invite people, change what they may do, and let them go; owners excepted. */
  MANAGE_TEAM("manage_team"),
  /** The same for owners. */
  MANAGE_OWNERS("manage_owners");

  private final String code;

  PartnerPower(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
