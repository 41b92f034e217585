package com.dotmac.platform.domain.partners.statements;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A month of a tenant; half-open, so that months follow each other without gap or overlap, also
 * where clocks change.
 *
 * @param month its name
 * @param from first instant of it
 * @param to first instant after it
 * @param zone that decides where it ends
 */
public record StatementPeriod(YearMonth month, Instant from, Instant to, ZoneId zone) {

  /**
   * How long after its end a month is closed: whatever began within it has come to an end by then.
   */
  static final Duration GRACE = Duration.ofHours(1);

  /** The month that an instant is in. */
  public static StatementPeriod of(Instant at, ZoneId zone) {
    YearMonth month = YearMonth.from(at.atZone(zone));
    return new StatementPeriod(
        month, startOf(month, zone), startOf(month.plusMonths(1), zone), zone);
  }

  /**
   * The month after this one. It begins where this one ended, also if the tenant has moved since:
   * what was entered between two midnights is in one of the two and not in none.
   *
   * @param present zone of the tenant now
   */
  public StatementPeriod next(ZoneId present) {
    YearMonth next = month.plusMonths(1);
    return new StatementPeriod(next, to, startOf(next.plusMonths(1), present), present);
  }

  /** From when on it can be stated. */
  public Instant closesAt() {
    return to.plus(GRACE);
  }

  /** First instant of a month in a zone. */
  static Instant startOf(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }
}
