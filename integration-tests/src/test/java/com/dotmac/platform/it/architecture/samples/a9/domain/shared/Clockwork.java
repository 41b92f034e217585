package com.dotmac.platform.it.architecture.samples.a9.domain.shared;

import java.time.Instant;

/** Asks for the time where it may. */
final class Clockwork {
  Instant instant() {
    return Instant.now();
  }
}
