package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.rules.RuleBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/**
 * A month, quarter or year of a zone, half-open.
 *
 * @param from first instant
 * @param to first instant after it
 */
record PoolPeriod(Instant from, Instant to) {

  private static final int MONTHS_OF_QUARTER = 3;
  private static final int MONTHS_OF_YEAR = 12;

  /**
   * The period that an instant is in.
   *
   * @param basis not {@code INVOICE}
   */
  static PoolPeriod of(RuleBasis basis, Instant at, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    LocalDate first =
        switch (basis) {
          case MONTH -> day.withDayOfMonth(1);
          case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
          case YEAR -> day.withDayOfYear(1);
          case INVOICE -> throw new IllegalArgumentException("An invoice is no period");
        };
    int months =
        switch (basis) {
          case QUARTER -> MONTHS_OF_QUARTER;
          case YEAR -> MONTHS_OF_YEAR;
          default -> 1;
        };
    return new PoolPeriod(
        first.atStartOfDay(zone).toInstant(),
        first.plusMonths(months).atStartOfDay(zone).toInstant());
  }
}
