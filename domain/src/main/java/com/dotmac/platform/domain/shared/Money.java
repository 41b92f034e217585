package com.dotmac.platform.domain.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money in the minor units of its currency: 1470 of USD are 14.70 dollars, 1470 of JPY
 * are 1,470 yen. May be negative.
 *
 * <p>Arithmetic is exact; where a fraction of a minor unit would arise it is rounded once, half
 * away from zero, so that the opposite of an amount is rounded to the opposite.
 *
 * @param minor how many minor units
 * @param currency of ISO 4217, which says how many of them make one
 */
public record Money(long minor, Currency currency) {

  /** Decimals of quantities and rates. */
  private static final int FACTOR_SCALE = 6;

  /**
   * An amount.
   *
   * @param minor how many minor units
   * @param currency code of ISO 4217
   * @throws IllegalArgumentException if there is no such currency
   */
  public static Money of(long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency));
  }

  /**
   * A quantity or rate in the form in which those are kept, so that equal ones are equal.
   *
   * @param number with at most six decimals
   * @throws ArithmeticException if it has more: none is rounded in silence
   */
  public static BigDecimal factor(BigDecimal number) {
    return number.setScale(FACTOR_SCALE, RoundingMode.UNNECESSARY);
  }

  /** Nothing, of a currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException if the currencies differ
   * @throws ArithmeticException if it is beyond what can be held
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other)), currency);
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException if the currencies differ
   * @throws ArithmeticException if it is beyond what can be held
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other)), currency);
  }

  /**
   * The opposite.
   *
   * @throws ArithmeticException if it is beyond what can be held
   */
  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  /**
   * The amount so many times, rounded half away from zero.
   *
   * @param factor quantity or rate
   * @throws ArithmeticException if it is beyond what can be held
   */
  public Money times(BigDecimal factor) {
    return new Money(
        BigDecimal.valueOf(minor)
            .multiply(factor)
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact(),
        currency);
  }

  /**
   * The part of the amount that a part is of a whole, rounded half away from zero.
   *
   * @param part of the whole, not negative
   * @param whole greater than zero
   * @throws ArithmeticException if the whole is zero or the result beyond what can be held
   */
  public Money share(long part, long whole) {
    return new Money(
        new BigDecimal(BigInteger.valueOf(minor).multiply(BigInteger.valueOf(part)))
            .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
            .longValueExact(),
        currency);
  }

  /**
   * The smaller of two.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money min(Money other) {
    return minor <= same(other) ? this : other;
  }

  /**
   * Whether it is more than another.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public boolean exceeds(Money other) {
    return minor > same(other);
  }

  /** Whether it is nothing. */
  public boolean isZero() {
    return minor == 0;
  }

  /** Whether it is less than nothing. */
  public boolean isNegative() {
    return minor < 0;
  }

  /** Whether it is more than nothing. */
  public boolean isPositive() {
    return minor > 0;
  }

  /** In major units with all decimals of the currency, {@code 14.70 USD}: for people and audit. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString()
        + " "
        + currency.getCurrencyCode();
  }

  private long same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "No sum or comparison of " + currency + " and " + other.currency);
    }
    return other.minor;
  }
}
