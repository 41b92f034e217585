package com.dotmac.platform.domain.shared;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a rate is kept: a fraction from 0 to 1 with at most six decimals, 0.15 is 15 %.
 */
public final class Fraction {

  /** Decimals at most. */
  public static final int DECIMALS = 6;

  private Fraction() {}

  /**
   * The rate without trailing zeros, so that equal rates are equal.
   *
   * @param rate from 0 to 1
   * @throws ArithmeticException if it has more than six decimals: a rate is never rounded in
   *     silence
   */
  public static BigDecimal normalise(BigDecimal rate) {
    return Decimals.normalise(rate, DECIMALS);
  }

  /**
   * Like {@link #normalise}, where there may be none.
   *
   * @param rate from 0 to 1; {@code null}: none
   * @throws ArithmeticException if it has more than six decimals
   */
  public static @Nullable BigDecimal normaliseNullable(@Nullable BigDecimal rate) {
    return rate == null ? null : normalise(rate);
  }

  /**
   * The rate as text for people and audit, without trailing zeros.
   *
   * @param rate from 0 to 1; {@code null}: none
   */
  public static @Nullable String text(@Nullable BigDecimal rate) {
    return rate == null ? null : Decimals.text(rate);
  }
}
