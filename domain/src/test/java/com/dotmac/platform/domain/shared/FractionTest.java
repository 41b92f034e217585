package com.dotmac.platform.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FractionTest {

  @Test
  void rates_that_are_equal_as_numbers_are_equal_as_objects() {
    assertThat(Fraction.normalise(new BigDecimal("0.190000")))
        .isEqualTo(Fraction.normalise(new BigDecimal("0.19")));
    assertThat(Fraction.normalise(new BigDecimal("0.000000"))).isEqualTo(BigDecimal.ZERO);
  }

  @Test
  void a_rate_is_never_rounded_in_silence() {
    assertThat(Fraction.normalise(new BigDecimal("0.12345600"))).isEqualTo("0.123456");
    assertThatThrownBy(() -> Fraction.normalise(new BigDecimal("0.1234567")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_number_is_written_without_trailing_zeros_and_never_with_an_exponent() {
    assertThat(Fraction.text(new BigDecimal("0.150000"))).isEqualTo("0.15");
    assertThat(Fraction.text(new BigDecimal("0.000001"))).isEqualTo("0.000001");
    assertThat(Decimals.text(new BigDecimal("1200.000000"))).isEqualTo("1200");
  }

  @Test
  void none_stays_none() {
    assertThat(Fraction.normaliseNullable(null)).isNull();
    assertThat(Fraction.text(null)).isNull();
  }
}
