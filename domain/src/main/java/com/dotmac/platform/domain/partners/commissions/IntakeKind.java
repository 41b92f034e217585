package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.shared.Coded;

/** How a fact of billing changes what an invoice is worth for commission. */
enum IntakeKind implements Coded {
  /** Money of a payment came. */
  PAID("paid"),
  /** Some of it went back. */
  TAKEN_BACK("taken_back"),
  /** Some of that is there again. */
  GIVEN_BACK("given_back"),
  /** A credit note of another invoice paid. */
  CREDITED("credited"),
  /** That was undone. */
  UNCREDITED("uncredited"),
  /** A credit note was issued for this invoice. */
  NOTED("noted"),
  /** It was made void. */
  UNNOTED("unnoted"),
  /** The invoice was made void. */
  VOIDED("voided");

  private final String code;

  IntakeKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether it says of money that it came, and so whose it is. */
  boolean opens() {
    return this == PAID || this == CREDITED;
  }

  /** The kind with a code. */
  static IntakeKind of(String code) {
    for (IntakeKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No such kind: " + code);
  }
}
