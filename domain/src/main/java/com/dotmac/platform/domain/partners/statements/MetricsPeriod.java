package com.dotmac.platform.domain.partners.statements;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A period that figures are asked for; half-open, so that periods that follow each other add up.
 *
 * @param from first instant of it
 * @param to first instant after it
 */
public record MetricsPeriod(Instant from, Instant to) {

  /** The longest that can be asked for: five years. */
  private static final Duration LONGEST = Duration.ofDays(5 * 366L);

  /** What is asked for when nobody says from when on. */
  private static final Duration USUAL = Duration.ofDays(30);

  /**
   * A period of which not all need be said.
   *
   * @param from {@code null}: thirty days before its end
   * @param to {@code null}: now
   * @throws StatementException.BadRange if it is empty, or longer than five years
   */
  public static MetricsPeriod of(@Nullable Instant from, @Nullable Instant to, Instant now) {
    Instant end = to == null ? now : to;
    return new MetricsPeriod(from == null ? end.minus(USUAL) : from, end);
  }

  /**
   * Checks the period.
   *
   * @throws StatementException.BadRange if it is empty, or longer than five years
   */
  public MetricsPeriod {
    if (!from.isBefore(to)) {
      throw new StatementException.BadRange("A period ends after it begins: from is before to.");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new StatementException.BadRange("A period is no longer than five years.");
    }
  }
}
