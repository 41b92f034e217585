package com.dotmac.platform.domain.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {
  private static final long NONE = Long.MIN_VALUE;

  /** That of both standards. */
  private static final SharedSecret SECRET =
      SharedSecret.parse(
          Base32.toBase32String("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

  @ParameterizedTest
  @CsvSource({
    "0, 755224",
    "1, 287082",
    "2, 359152",
    "3, 969429",
    "4, 338314",
    "5, 254676",
    "6, 287922",
    "7, 162583",
    "8, 399871",
    "9, 520489"
  })
  void the_codes_are_those_of_rfc_4226_appendix_d(long counter, String code) {
    assertThat(TimeCodes.at(SECRET, counter)).isEqualTo(code);
  }

  /** The standard shows eight digits, of which an app with six has the last ones. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void the_codes_are_those_of_rfc_6238_appendix_b(long second, String eightDigits) {
    Instant at = Instant.ofEpochSecond(second);
    String code = eightDigits.substring(2);
    assertThat(TimeCodes.at(SECRET, TimeCodes.stepAt(at))).isEqualTo(code);
    assertThat(TimeCodes.accepted(SECRET, code, at, NONE)).hasValue(second / 30);
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void a_clock_may_be_one_step_before_or_behind(int steps, boolean taken) {
    Instant at = Instant.parse("2026-03-01T10:00:00Z");
    String code = TimeCodes.at(SECRET, TimeCodes.stepAt(at) + steps);
    assertThat(TimeCodes.accepted(SECRET, code, at, NONE).isPresent()).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, false", "1, true"})
  void no_code_of_a_step_that_was_taken_or_is_before_it_is_taken(int steps, boolean taken) {
    Instant at = Instant.parse("2026-03-01T10:00:00Z");
    long now = TimeCodes.stepAt(at);
    String code = TimeCodes.at(SECRET, now + steps);
    assertThat(TimeCodes.accepted(SECRET, code, at, now).isPresent()).isEqualTo(taken);
  }

  @Test
  void a_step_begins_at_the_half_and_at_the_full_minute() {
    assertThat(TimeCodes.stepAt(Instant.ofEpochSecond(29))).isZero();
    assertThat(TimeCodes.stepAt(Instant.ofEpochSecond(30))).isEqualTo(1);
    assertThat(TimeCodes.stepAt(Instant.parse("2026-03-01T10:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-01T10:00:29.999Z").getEpochSecond() / 30);
  }

  @Test
  void only_six_digits_have_the_form_of_a_code() {
    assertThat(TimeCodes.isOne("012345")).isTrue();
    for (String other : new String[] {"12345", "1234567", "12345a", "", "１２３４５６"}) {
      assertThat(TimeCodes.isOne(other)).as(other).isFalse();
    }
  }
}
