package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.Coded;

/** Why a partner is not paid what his lines come to. */
public enum WithheldReason implements Coded {
  /** The partner is suspended. */
  SUSPENDED("suspended"),
  /** The partner has not begun, or is archived. */
  NOT_AT_WORK("not_at_work"),
  /** The lines come to nothing or less, which is carried forward. */
  NOT_POSITIVE("not_positive"),
  /** The lines come to less than is paid out. */
  BELOW_MINIMUM("below_minimum"),
  /** Nobody knows where the money would go. */
  NO_ACCOUNT("no_account");

  private final String code;

  WithheldReason(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
