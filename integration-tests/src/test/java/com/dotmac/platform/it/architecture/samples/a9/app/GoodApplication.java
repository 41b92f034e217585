package com.dotmac.platform.it.architecture.samples.a9.app;

import java.time.Clock;
import java.time.Instant;

/** Gives the clock, and reads one that was given, as it may. */
final class GoodApplication {
  Clock clock() {
    return Clock.systemUTC();
  }

  Instant given(Clock clock) {
    return Instant.now(clock);
  }
}
