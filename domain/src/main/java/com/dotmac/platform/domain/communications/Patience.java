package com.dotmac.platform.domain.communications;

import java.time.Duration;

/**
 * How often a message is tried: after a minute, then after twice as long each time, but at most
 * four hours. The twelfth attempt, some sixteen hours after the first, is the last.
 */
final class Patience {

  static final int MOST_ATTEMPTS = 12;

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(4);

  private Patience() {}

  static boolean isExhausted(int attempts) {
    return attempts >= MOST_ATTEMPTS;
  }

  /**
   * How long to wait for the next attempt.
   *
   * @param attempts how many there were, one or more
   */
  static Duration after(int attempts) {
    // Cut before it is multiplied, so that no number of attempts makes too large a number.
    Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, 10));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
