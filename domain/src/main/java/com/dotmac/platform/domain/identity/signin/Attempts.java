package com.dotmac.platform.domain.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Attempts to sign in with one address since the last one that succeeded.
 *
 * @param failures how many there were, with those that are being checked
 * @param lockedUntil before this instant no password is tried; {@code null}: not locked
 * @param expiresAt from this instant on all is forgotten
 */
record Attempts(int failures, @Nullable Instant lockedUntil, Instant expiresAt) {

  /**
   * Counts an attempt before it is known how it ends: as a failure, until it has succeeded. So ever
   * so many at once are not more than as many one after the other.
   *
   * @return what stands then; empty if the attempt may not be made, and then nothing is counted
   */
  Optional<Attempts> begin(Instant at) {
    boolean forgotten = !expiresAt.isAfter(at);
    if (!forgotten && lockedUntil != null && lockedUntil.isAfter(at)) {
      return Optional.empty();
    }
    int counted = forgotten ? 1 : failures + 1;
    Duration wait = LockoutPolicy.after(counted);
    return Optional.of(
        new Attempts(counted, wait.isZero() ? null : at.plus(wait), at.plus(LockoutPolicy.MEMORY)));
  }
}
