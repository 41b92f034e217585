package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * Cuts the price of a period in two at an instant, by seconds.
 *
 * <p>The unused part is the price times the remaining seconds over all seconds of the period,
 * rounded once, half away from zero, to the minor unit. The used part is what is left of the price:
 * so the two always come to the price, and no unit is lost or given twice however often it is cut.
 * A second that has begun counts as used.
 */
final class Proration {

  private Proration() {}

  /**
   * What of a price is not used up at an instant.
   *
   * @param price of the whole period
   * @param at before the period: all is left; after it: nothing
   */
  static Money unused(Money price, Period period, Instant at) {
    long whole = seconds(period.from(), period.to());
    long left = Math.min(whole, Math.max(0, seconds(at, period.to())));
    return price.share(left, whole);
  }

  /** What of a price is used up at an instant. */
  static Money used(Money price, Period period, Instant at) {
    return price.minus(unused(price, period, at));
  }

  /** Whole seconds; a period is at least one long, else nothing could be divided by it. */
  private static long seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }
}
