package com.dotmac.platform.domain.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Makes the identifiers of rows. */
public final class Identifiers {

  private Identifiers() {}

  /**
   * A new identifier that sorts by time: UUID version 7 of RFC 9562.
   *
   * @param at instant that the identifier carries, to the millisecond
   */
  public static UUID next(Instant at) {
    return UuidCreator.getTimeOrderedEpoch(at);
  }
}
