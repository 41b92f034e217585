package com.dotmac.platform.domain.shared;

import java.math.BigDecimal;

/** The one form of a decimal number, whatever zeros it was written with. Calculates nothing. */
public final class Decimals {

  private Decimals() {}

  /**
   * The number without trailing zeros, so that numbers that are equal are equal objects.
   *
   * @param most decimals that it may have
   * @throws ArithmeticException if it has more: nothing is rounded in silence
   */
  public static BigDecimal normalise(BigDecimal number, int most) {
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() > most) {
      throw new ArithmeticException("The number has more than " + most + " decimals");
    }
    return plain;
  }

  /** As text, without trailing zeros and never with an exponent. */
  public static String text(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
