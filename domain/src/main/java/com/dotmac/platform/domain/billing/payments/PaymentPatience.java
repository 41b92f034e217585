package com.dotmac.platform.domain.billing.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long to wait. A charge that was declined is tried again after two, four and eight hours, and
 * then given up. A provider that did not answer is asked again after a minute, then after twice as
 * long each time, but at most every hour, without end: its answer decides about money.
 */
public final class PaymentPatience {

  private static final int MOST_RETRIES = 3;
  private static final Duration FIRST_QUESTION = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private PaymentPatience() {}

  /**
   * When to try a charge again.
   *
   * @param attempts how many there were, one or more
   * @param at when the last was declined
   * @return empty if it is given up
   */
  static Optional<Instant> retry(int attempts, Instant at) {
    return attempts > MOST_RETRIES
        ? Optional.empty()
        : Optional.of(at.plus(Duration.ofHours(1L << attempts)));
  }

  /**
   * When to ask again what became of something.
   *
   * @param since when it was asked for
   * @param at now
   */
  public static Instant question(Instant since, Instant at) {
    Duration waited = Duration.between(since, at);
    Duration wait = waited.compareTo(FIRST_QUESTION) < 0 ? FIRST_QUESTION : waited;
    return at.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
  }
}
