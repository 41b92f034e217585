package com.dotmac.platform.domain.partners.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementPeriodTest {

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-15T12:00:00Z, 2026-02-28T23:00:00Z, 743",
    "Europe/Berlin, 2026-10-15T12:00:00Z, 2026-09-30T22:00:00Z, 745",
    "Europe/Berlin, 2026-04-15T12:00:00Z, 2026-03-31T22:00:00Z, 720",
    "Asia/Kolkata, 2026-03-15T12:00:00Z, 2026-02-28T18:30:00Z, 744",
    "Asia/Kolkata, 2026-10-15T12:00:00Z, 2026-09-30T18:30:00Z, 744",
    "UTC, 2026-02-15T12:00:00Z, 2026-02-01T00:00:00Z, 672"
  })
  void a_month_in_which_clocks_change_is_an_hour_shorter_or_longer(
      ZoneId zone, Instant at, Instant from, long hours) {
    StatementPeriod period = StatementPeriod.of(at, zone);

    assertThat(period.from()).isEqualTo(from);
    assertThat(Duration.between(period.from(), period.to()).toHours()).isEqualTo(hours);
    assertThat(period.closesAt()).isEqualTo(period.to().plus(Duration.ofHours(1)));
  }

  @Property
  void i37_months_follow_each_other_without_gap_or_overlap(
      @ForAll @LongRange(max = 4_000_000_000L) long second, @ForAll("zones") ZoneId zone) {
    Instant at = Instant.ofEpochSecond(second);
    StatementPeriod period = StatementPeriod.of(at, zone);

    assertThat(at).isBetween(period.from(), period.to().minusNanos(1));
    assertThat(period.next(zone)).isEqualTo(StatementPeriod.of(period.to(), zone));
  }

  /** I39. */
  @Property
  void a_tenant_who_moves_has_no_gap_and_no_overlap_either(
      @ForAll @LongRange(max = 4_000_000_000L) long second,
      @ForAll("zones") ZoneId zone,
      @ForAll("zones") ZoneId other) {
    StatementPeriod before = StatementPeriod.of(Instant.ofEpochSecond(second), zone);
    StatementPeriod after = before.next(other);

    assertThat(after.from()).isEqualTo(before.to());
    assertThat(after.month()).isEqualTo(before.month().plusMonths(1));
    assertThat(after.to())
        .isEqualTo(StatementPeriod.startOf(after.month().plusMonths(1), other))
        .isAfter(after.from());
  }

  @Test
  void a_period_that_is_asked_for_is_neither_empty_nor_endless() {
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    assertThatThrownBy(() -> new MetricsPeriod(from, from))
        .isInstanceOf(StatementException.BadRange.class);
    assertThatThrownBy(() -> new MetricsPeriod(from, from.minusSeconds(1)))
        .isInstanceOf(StatementException.BadRange.class);
    assertThatThrownBy(() -> new MetricsPeriod(from, Instant.parse("2031-02-01T00:00:00Z")))
        .isInstanceOf(StatementException.BadRange.class);
    assertThat(new MetricsPeriod(from, Instant.parse("2031-01-01T00:00:00Z")).from())
        .isEqualTo(from);
    assertThat(MetricsPeriod.of(null, null, from).from())
        .isEqualTo(Instant.parse("2025-12-02T00:00:00Z"));
    assertThat(StatementPeriod.startOf(YearMonth.of(2026, 1), ZoneId.of("UTC"))).isEqualTo(from);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kolkata",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "Australia/Lord_Howe",
            "UTC")
        .map(ZoneId::of);
  }
}
