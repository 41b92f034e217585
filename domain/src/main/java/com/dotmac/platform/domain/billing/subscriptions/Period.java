package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.catalog.BillingCycle;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What is billed at once: the instants from one on and before another.
 *
 * @param from first instant
 * @param to first instant after it
 */
public record Period(Instant from, Instant to) {

  /** Refuses one that holds no instant. */
  public Period {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("The period " + from + " to " + to + " is empty");
    }
  }

  /**
   * One of the periods of a subscription. Both ends are reckoned from the anchor and never from
   * each other, so a day that a month lacks comes back in the next: 31 January, 28 February, 31
   * March. The time of day in the zone stays what it is at the anchor.
   *
   * @param anchor start of the first period
   * @param cycle how long a period is
   * @param number of the period, from 0
   * @param zone that decides days and months
   */
  static Period of(Instant anchor, BillingCycle cycle, int number, ZoneId zone) {
    return new Period(
        edge(anchor, cycle, number, zone), edge(anchor, cycle, Math.addExact(number, 1), zone));
  }

  private static Instant edge(Instant anchor, BillingCycle cycle, int number, ZoneId zone) {
    long months = Math.multiplyExact((long) number, cycle.months());
    return anchor.atZone(zone).plusMonths(months).toInstant();
  }

  /** Whether an instant lies in it. */
  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
