package com.dotmac.platform.domain.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Makes the identifiers of rows. */
public final class Identifiers {

  private static final int BITS_BELOW_MILLISECONDS = 16;

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
   * When an identifier was made, to the millisecond.
   *
   * @param id of version 7
   */
  public static Instant instantOf(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> BITS_BELOW_MILLISECONDS);
  }

  /**
   * The lowest identifier of a millisecond: those made in it or later are not below it. Instants
   * before 1970 count as its first.
   *
   * @param at instant, to the millisecond, before the year 10000
   */
  public static UUID lowest(Instant at) {
    return new UUID(
        (Math.max(0, at.toEpochMilli()) << BITS_BELOW_MILLISECONDS) | 0x7000,
        0x8000_0000_0000_0000L);
  }
}
