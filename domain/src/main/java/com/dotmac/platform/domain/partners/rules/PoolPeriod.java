package com.dotmac.platform.domain.partners.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/**
 * A period over which tiers are counted; half-open, so that periods follow each other without gap
 * or overlap, also where clocks change.
 *
 * @param from first instant of it
 * @param to first instant after it
 */
public record PoolPeriod(Instant from, Instant to) {

  /**
   * The period that an instant is in.
   *
   * @param basis a month, a quarter or a year
   * @param zone that decides where days begin
   * @throws IllegalArgumentException if the basis is no period
   */
  public static PoolPeriod of(RuleBasis basis, Instant at, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    return switch (basis) {
      case MONTH -> between(day.withDayOfMonth(1), 1, zone);
      case QUARTER -> between(day.with(IsoFields.DAY_OF_QUARTER, 1), 3, zone);
      case YEAR -> between(day.withDayOfYear(1), 12, zone);
      case INVOICE -> throw new IllegalArgumentException("An invoice is no period");
    };
  }

  private static PoolPeriod between(LocalDate first, int months, ZoneId zone) {
    return new PoolPeriod(
        first.atStartOfDay(zone).toInstant(),
        first.plusMonths(months).atStartOfDay(zone).toInstant());
  }
}
