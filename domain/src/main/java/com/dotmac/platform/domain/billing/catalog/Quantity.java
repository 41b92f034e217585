package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.Decimals;
import java.math.BigDecimal;

/** The form in which a quantity is kept: a number with at most six decimals. */
public final class Quantity {

  /** Decimals at most. */
  public static final int DECIMALS = 6;

  private Quantity() {}

  /**
   * The quantity without trailing zeros, so that equal quantities are equal.
   *
   * @throws ArithmeticException if it has more than six decimals
   */
  public static BigDecimal normalise(BigDecimal quantity) {
    return Decimals.normalise(quantity, DECIMALS);
  }

  /** The quantity as text for people and audit. */
  public static String text(BigDecimal quantity) {
    return Decimals.text(quantity);
  }
}
