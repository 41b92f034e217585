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

  /**
   * The lowest identifier of a millisecond: those made in it or later are not below it. Instants
   * before 1970 count as its first.
   *
   * @param at instant, to the millisecond, before the year 10000
   */
  public static UUID lowest(Instant at) {
    return new UUID((Math.max(0, at.toEpochMilli()) << 16) | 0x7000, 0x8000_0000_0000_0000L);
  }
}
