package com.dotmac.platform.domain.identity.signin;

import java.time.Duration;

/**
 * How long one has to wait after so many failures: not at all for the first four, then a minute,
 * and each time twice as long, up to an hour. Who only mistyped hardly notices; who guesses has
 * some thirty guesses in the first day.
 */
final class LockoutPolicy {

  private static final int FREE = 4;
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** After so long without an attempt all is forgotten. */
  static final Duration MEMORY = Duration.ofDays(1);

  private LockoutPolicy() {}

  /**
   * The wait after a failure.
   *
   * @param failures how many there were in a row, this one included
   */
  static Duration after(int failures) {
    if (failures <= FREE) {
      return Duration.ZERO;
    }
    // Seven doublings are more than an hour; more would run over.
    int doublings = Math.min(failures - FREE - 1, 7);
    Duration wait = FIRST.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
