package com.dotmac.platform.domain.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockoutPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "4, 0",
    "5, 1",
    "6, 2",
    "7, 4",
    "8, 8",
    "9, 16",
    "10, 32",
    "11, 60",
    "12, 60",
    "1000000, 60"
  })
  void each_failure_after_the_fourth_doubles_the_wait_up_to_an_hour(int failures, int minutes) {
    assertThat(LockoutPolicy.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
  }
}
