package com.dotmac.platform.domain.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242424242424242",
        "4242 4242 4242 4242",
        "Visa 4242-4242-4242-4242 of Ada",
        "3782 822463 10005",
        "5555.5555.5555.4444",
        "6011_1111_1111_1117",
        "30569309025904",
        "x4222222222222y"
      })
  void the_number_of_a_card_is_found_however_it_is_written(String text) {
    assertThat(CardNumbers.appearIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Visa that ends in 4242",
        "pm_1MqLiJLkdIwHu7ixUEgbFdYl",
        // a wrong check digit
        "4242424242424241",
        // longer and shorter than any card
        "42424242424242424242",
        "424242424242",
        // no scheme begins so
        "0000000000000000",
        "DE89 3704 0044 0532 0130 00",
        "invoice 2026-000042 of 31.12.2026"
      })
  void what_is_no_number_of_a_card_passes(String text) {
    assertThat(CardNumbers.appearIn(text)).isFalse();
  }

  @Test
  void nothing_is_no_number_of_a_card() {
    assertThat(CardNumbers.appearIn(null)).isFalse();
  }
}
