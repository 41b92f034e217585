package com.dotmac.platform.domain.partners.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
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

class PoolPeriodTest {

  @ParameterizedTest
  @CsvSource({
    "MONTH, 2026-03-31T21:59:59Z, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
    "MONTH, 2026-03-31T22:00:00Z, 2026-03-31T22:00:00Z, 2026-04-30T22:00:00Z",
    "QUARTER, 2026-03-31T21:59:59Z, 2025-12-31T23:00:00Z, 2026-03-31T22:00:00Z",
    "QUARTER, 2026-12-31T22:59:59Z, 2026-09-30T22:00:00Z, 2026-12-31T23:00:00Z",
    "YEAR, 2026-12-31T23:00:00Z, 2026-12-31T23:00:00Z, 2027-12-31T23:00:00Z"
  })
  void a_period_is_that_of_the_zone(RuleBasis basis, Instant at, Instant from, Instant to) {
    assertThat(PoolPeriod.of(basis, at, ZoneId.of("Europe/Rome")))
        .isEqualTo(new PoolPeriod(from, to));
  }

  @Property
  void i37_periods_follow_each_other_without_gap_or_overlap(
      @ForAll @LongRange(max = 4_000_000_000L) long second,
      @ForAll("periods") RuleBasis basis,
      @ForAll("zones") ZoneId zone) {
    Instant at = Instant.ofEpochSecond(second);
    PoolPeriod period = PoolPeriod.of(basis, at, zone);
    assertThat(at).isBetween(period.from(), period.to().minusNanos(1));
    assertThat(PoolPeriod.of(basis, period.from(), zone)).isEqualTo(period);
    assertThat(PoolPeriod.of(basis, period.to().minusNanos(1), zone)).isEqualTo(period);
    assertThat(PoolPeriod.of(basis, period.to(), zone).from()).isEqualTo(period.to());
  }

  @Test
  void an_invoice_is_no_period() {
    assertThatThrownBy(() -> PoolPeriod.of(RuleBasis.INVOICE, Instant.EPOCH, ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<RuleBasis> periods() {
    return Arbitraries.of(RuleBasis.MONTH, RuleBasis.QUARTER, RuleBasis.YEAR);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC", "Europe/Rome", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia")
        .map(ZoneId::of);
  }
}
