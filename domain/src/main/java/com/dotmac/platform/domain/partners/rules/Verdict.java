package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.Coded;

/** What became of a rule that was considered. */
public enum Verdict implements Coded {
  /** It decides. */
  WON("won"),
  /** The rule is archived. */
  ARCHIVED("archived"),
  /** The rule is for another partner. */
  OTHER_PARTNER("other_partner"),
  /** The version counts later only. */
  NOT_YET_EFFECTIVE("not_yet_effective"),
  /** The version counted earlier only. */
  NO_LONGER_EFFECTIVE("no_longer_effective"),
  /** Its amounts are in another currency. */
  OTHER_CURRENCY("other_currency"),
  /** It is for other customers. */
  OTHER_CUSTOMER("other_customer"),
  /** It is for some products, and the line names none. */
  NO_PRODUCT("no_product"),
  /** It is for other products. */
  OTHER_PRODUCT("other_product"),
  /** It leaves the product out. */
  PRODUCT_EXCLUDED("product_excluded"),
  /** It fits, and a rate is agreed for the customer. */
  ACCOUNT_RATE("account_rate"),
  /** It fits, and another that does has a greater priority. */
  LOWER_PRIORITY("lower_priority"),
  /** It fits as well as another, which is for this partner, while it is for all. */
  FOR_ALL_PARTNERS("for_all_partners"),
  /** It fits as well as another, which says more of what it is for. */
  LESS_SPECIFIC("less_specific"),
  /** It fits as well as another, which began later. */
  BEGAN_EARLIER("began_earlier"),
  /** It fits as well as another, which was made first. */
  MADE_LATER("made_later");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
