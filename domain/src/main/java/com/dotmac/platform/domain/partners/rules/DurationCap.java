package com.dotmac.platform.domain.partners.rules;

import java.time.Instant;
import java.time.ZoneId;

/** Says when a rule that earns for some months only stops to earn. */
public final class DurationCap {

  private DurationCap() {}

  /**
   * The first instant at which nothing is earned any more: at the same time of the same day, some
   * months later. Where that month has no such day, on its last one; counted from the anchor each
   * time, so that the 31st of January is followed by the 28th of February and the 31st of March.
   * Where clocks skip the time, as much later; where it comes twice, the one with the anchor's
   * offset.
   *
   * @param anchor from when months are counted: the first payment of the customer
   * @param months how many, from 1
   * @param zone the tenant's, which decides its days
   */
  public static Instant endsAt(Instant anchor, int months, ZoneId zone) {
    if (months < 1) {
      throw new IllegalArgumentException("A rule earns for a month at least, or without end");
    }
    return anchor.atZone(zone).plusMonths(months).toInstant();
  }
}
