package com.dotmac.platform.domain.tenancy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who writes: every verb that changes something takes one, so that tenant, author and time cannot
 * be forgotten.
 *
 * @param scope tenant whose data is changed
 * @param actor who changes it
 * @param at instant of the act, in UTC, cut to the microsecond that the database keeps
 * @param reason why, in the words of the actor; {@code null} when not given
 * @param requestId request that caused the act; {@code null} outside HTTP
 */
public record CallContext(
    TenantScope scope,
    Actor actor,
    Instant at,
    @Nullable String reason,
    @Nullable String requestId) {

  /** Cuts the instant to what the database keeps, so that what was written equals what is read. */
  public CallContext {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * The same call with a reason.
   *
   * @param why in the words of the actor; {@code null} when not given
   */
  public CallContext because(@Nullable String why) {
    return new CallContext(scope, actor, at, why, requestId);
  }
}
