package com.dotmac.platform.domain.partners.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationCapTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  @ParameterizedTest
  @CsvSource({
    "1, 2027-02-28T10:00:00Z",
    "2, 2027-03-31T09:00:00Z",
    "3, 2027-04-30T09:00:00Z",
    "12, 2028-01-31T10:00:00Z",
    "13, 2028-02-29T10:00:00Z"
  })
  void i13_month_ends_clamp_from_the_anchor_and_not_from_the_month_before(int months, Instant end) {
    assertThat(DurationCap.endsAt(Instant.parse("2027-01-31T10:00:00Z"), months, ROME))
        .isEqualTo(end);
  }

  @Test
  void the_day_is_that_of_the_zone() {
    Instant lateOnTheLast = Instant.parse("2027-01-31T23:30:00Z");
    assertThat(DurationCap.endsAt(lateOnTheLast, 1, ZoneOffset.UTC))
        .isEqualTo("2027-02-28T23:30:00Z");
    assertThat(DurationCap.endsAt(lateOnTheLast, 1, ROME)).isEqualTo("2027-02-28T23:30:00Z");
    assertThat(DurationCap.endsAt(Instant.parse("2027-01-30T23:30:00Z"), 1, ROME))
        .isEqualTo("2027-02-27T23:30:00Z");
  }

  @Test
  void a_time_that_clocks_skip_comes_as_much_later() {
    assertThat(DurationCap.endsAt(Instant.parse("2027-02-28T01:30:00Z"), 1, ROME))
        .isEqualTo("2027-03-28T01:30:00Z");
  }

  @Test
  void no_months_are_no_cap() {
    assertThatThrownBy(() -> DurationCap.endsAt(Instant.EPOCH, 0, ROME))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void i13_the_day_is_that_of_the_anchor_or_the_last_of_the_month(
      @ForAll @LongRange(max = 4_000_000_000L) long second,
      @ForAll @IntRange(min = 1, max = 600) int months,
      @ForAll("zones") ZoneId zone) {
    ZonedDateTime anchor = Instant.ofEpochSecond(second).atZone(zone);
    LocalDate end = DurationCap.endsAt(anchor.toInstant(), months, zone).atZone(zone).toLocalDate();
    YearMonth month = YearMonth.from(anchor).plusMonths(months);
    LocalDate expected = month.atDay(Math.min(anchor.getDayOfMonth(), month.lengthOfMonth()));
    // A day that a zone skipped as a whole, as Apia did once, comes a day later.
    assertThat(end).isBetween(expected, expected.plusDays(1));
  }

  @Property
  void i13_more_months_end_later(
      @ForAll @LongRange(max = 4_000_000_000L) long second,
      @ForAll @IntRange(min = 1, max = 599) int months,
      @ForAll("zones") ZoneId zone) {
    Instant anchor = Instant.ofEpochSecond(second);
    assertThat(DurationCap.endsAt(anchor, months, zone))
        .isAfter(anchor)
        .isBefore(DurationCap.endsAt(anchor, months + 1, zone));
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC", "Europe/Rome", "America/New_York", "Asia/Kathmandu", "Pacific/Apia")
        .map(ZoneId::of);
  }
}
