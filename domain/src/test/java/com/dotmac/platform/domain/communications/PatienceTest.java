package com.dotmac.platform.domain.communications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

  @Test
  void the_wait_doubles_from_a_minute_to_four_hours() {
    assertThat(IntStream.rangeClosed(1, 11).mapToObj(Patience::after).map(Duration::toMinutes))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 240L, 240L, 240L);
  }

  @Test
  void no_number_of_attempts_is_too_large() {
    assertThat(Patience.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void the_twelfth_attempt_is_the_last() {
    assertThat(Patience.isExhausted(11)).isFalse();
    assertThat(Patience.isExhausted(12)).isTrue();
  }
}
