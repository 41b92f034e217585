package com.dotmac.platform.domain.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.shared.Fraction;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartnerDetailsTest {

  @Test
  void an_address_is_kept_in_lower_case_whatever_the_language_of_the_machine() {
    assertThat(details(" INFO@NORDWIND.example ", null).primaryEmail())
        .isEqualTo("info@nordwind.example");
  }

  @Test
  void rates_that_are_equal_as_numbers_are_equal_as_details() {
    assertThat(details("a@b.example", new BigDecimal("0.150")))
        .isEqualTo(details("a@b.example", new BigDecimal("0.15")));
  }

  @Test
  void a_rate_of_nothing_is_not_the_same_as_no_rate() {
    assertThat(details("a@b.example", BigDecimal.ZERO)).isNotEqualTo(details("a@b.example", null));
  }

  @Test
  void a_rate_is_never_rounded_in_silence() {
    assertThatThrownBy(() -> details("a@b.example", new BigDecimal("0.1234567")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_rate_is_written_without_trailing_zeros_and_never_with_an_exponent() {
    assertThat(Fraction.text(new BigDecimal("0.150000"))).isEqualTo("0.15");
    assertThat(Fraction.text(new BigDecimal("0.000001"))).isEqualTo("0.000001");
    assertThat(Fraction.text(new BigDecimal("1.000000"))).isEqualTo("1");
  }

  private static PartnerDetails details(String email, @Nullable BigDecimal rate) {
    return new PartnerDetails(
        "Nordwind",
        null,
        null,
        PartnerTier.GOLD,
        CommissionModel.TIERED,
        rate,
        email,
        null,
        null,
        null,
        null,
        Map.of());
  }
}
