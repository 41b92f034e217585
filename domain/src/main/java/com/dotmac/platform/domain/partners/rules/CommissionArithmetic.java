package com.dotmac.platform.domain.partners.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * The arithmetic of commissions: exact until the end, and then rounded once, half away from zero.
 * Knows neither what rates are allowed nor where they come from.
 */
final class CommissionArithmetic {

  private CommissionArithmetic() {}

  /** A part of an amount, exactly. */
  static BigDecimal percent(BigDecimal rate, long amount) {
    return rate.multiply(BigDecimal.valueOf(amount));
  }

  /**
   * As much of an amount as a part is of a whole, rounded.
   *
   * @param part from 0 to the whole
   * @param whole not negative; of a whole that is nothing, nothing is a part
   */
  static long share(long amount, long part, long whole) {
    if (part == 0) {
      return 0;
    }
    return new BigDecimal(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part)))
        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /**
   * Each tier's rate on the part of the amount that is in it, and the fixed amounts of the tiers
   * that are reached; exactly.
   *
   * @param tiers by growing start, the first from 0
   * @param amount not negative
   */
  static BigDecimal graduated(List<Tier> tiers, long amount) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < tiers.size() && tiers.get(i).isReachedBy(amount); i++) {
      Tier tier = tiers.get(i);
      long end = i + 1 < tiers.size() ? Math.min(amount, tiers.get(i + 1).fromAmount()) : amount;
      sum =
          sum.add(percent(tier.rate(), end - tier.fromAmount()))
              .add(BigDecimal.valueOf(tier.flatAmount()));
    }
    return sum;
  }

  /**
   * The rate of the tier that the amount is in on the whole of it, and the fixed amount of that
   * tier; exactly.
   *
   * @param tiers by growing start, the first from 0
   * @param amount not negative
   */
  static BigDecimal volume(List<Tier> tiers, long amount) {
    for (int i = tiers.size() - 1; i >= 0; i--) {
      Tier tier = tiers.get(i);
      if (tier.isReachedBy(amount)) {
        return percent(tier.rate(), amount).add(BigDecimal.valueOf(tier.flatAmount()));
      }
    }
    return BigDecimal.ZERO;
  }

  /**
   * Whole minor units, half away from zero.
   *
   * @throws ArithmeticException if they are more than can be held
   */
  static long rounded(BigDecimal exact) {
    return exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
