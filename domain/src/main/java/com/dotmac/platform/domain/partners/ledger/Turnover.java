package com.dotmac.platform.domain.partners.ledger;

import java.time.Instant;
import java.util.Currency;

/**
 * What was entered of a partner's earnings in a time, in one currency. All amounts are in minor
 * units; only what was adjusted can be negative.
 *
 * @param currency of all amounts
 * @param from first instant of the time
 * @param earned all that was earned
 * @param reversed what was lost again, cancelled included
 * @param adjusted what was given by hand, less what was taken
 */
public record Turnover(Currency currency, Instant from, long earned, long reversed, long adjusted) {

  /** Nothing, for a time in which nothing was entered. */
  public static Turnover none(Currency currency, Instant from) {
    return new Turnover(currency, from, 0, 0, 0);
  }
}
