package com.dotmac.platform.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final long LIMIT = 999_999_999_999_999L;

  @ParameterizedTest
  @CsvSource({"JPY, 1470 JPY", "USD, 14.70 USD", "KWD, 1.470 KWD", "CLF, 0.1470 CLF"})
  void each_currency_has_its_own_number_of_decimals(String currency, String text) {
    assertThat(Money.of(1470, currency)).hasToString(text);
  }

  @Test
  void two_currencies_are_never_added_or_compared() {
    Money dollars = Money.of(1, "USD");
    Money euros = Money.of(1, "EUR");
    assertThatThrownBy(() -> dollars.plus(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dollars.minus(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dollars.min(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dollars.exceeds(euros)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_beyond_64_bits_is_refused_and_never_wraps_around() {
    Money most = new Money(Long.MAX_VALUE, USD);
    Money least = new Money(Long.MIN_VALUE, USD);
    Money one = new Money(1, USD);
    assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> least.minus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(new BigDecimal("2")))
        .isInstanceOf(ArithmeticException.class);
    assertThat(most.share(2, 2)).isEqualTo(most);
  }

  @Test
  void half_a_minor_unit_is_rounded_away_from_zero() {
    // 500 at 2.9 % are 14.5, which a binary fraction makes 14.
    assertThat(Money.of(500, "USD").times(new BigDecimal("0.029"))).isEqualTo(Money.of(15, "USD"));
    assertThat(Money.of(-500, "USD").times(new BigDecimal("0.029")))
        .isEqualTo(Money.of(-15, "USD"));
    // 22 of 30 days of 19.95
    assertThat(Money.of(1995, "USD").share(22, 30)).isEqualTo(Money.of(1463, "USD"));
  }

  /** I20: at most half a unit from the exact product, and the opposite rounds to the opposite. */
  @Property
  void a_product_is_at_most_half_a_unit_from_the_exact_one(
      @ForAll @LongRange(min = -LIMIT, max = LIMIT) long minor,
      @ForAll @Scale(6) BigDecimal drawn) {
    BigDecimal rate = drawn.remainder(BigDecimal.ONE).abs();
    Money product = new Money(minor, USD).times(rate);
    BigDecimal exact = BigDecimal.valueOf(minor).multiply(rate);
    assertThat(BigDecimal.valueOf(product.minor()).subtract(exact).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.5"));
    assertThat(new Money(-minor, USD).times(rate)).isEqualTo(product.negated());
  }

  /** A part and what is left of it are the whole, whatever the part. */
  @Property
  void a_share_is_the_exact_one_rounded_once(
      @ForAll @LongRange(min = -LIMIT, max = LIMIT) long minor,
      @ForAll @LongRange(min = 1, max = 40_000_000) long whole,
      @ForAll @LongRange(min = 0, max = 40_000_000) long drawn) {
    long part = Math.min(drawn, whole);
    Money share = new Money(minor, USD).share(part, whole);
    assertThat(BigDecimal.valueOf(share.minor()))
        .isEqualByComparingTo(
            BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP));
    assertThat(share.minor() * Long.signum(minor)).isBetween(0L, Math.abs(minor));
  }
}
