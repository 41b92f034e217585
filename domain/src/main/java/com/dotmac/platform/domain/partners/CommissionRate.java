package com.dotmac.platform.domain.partners;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The form in which a commission rate is kept: a fraction from 0 to 1 with six decimals. */
final class CommissionRate {

  /** Decimals of a rate. */
  static final int SCALE = 6;

  private CommissionRate() {}

  /**
   * The rate at the scale of the database, so that equal rates are equal.
   *
   * @param rate a fraction; {@code null}: none agreed
   * @throws ArithmeticException if it has more than six decimals: a rate is never rounded in
   *     silence
   */
  static @Nullable BigDecimal normalise(@Nullable BigDecimal rate) {
    return rate == null ? null : rate.setScale(SCALE, RoundingMode.UNNECESSARY);
  }

  /** The rate as text for people and audit, without trailing zeros. */
  static @Nullable String text(@Nullable BigDecimal rate) {
    return rate == null ? null : rate.stripTrailingZeros().toPlainString();
  }
}
