package com.dotmac.platform.domain.partners.payouts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A batch to be made.
 *
 * @param currency of all its payouts
 * @param cutAt only what was approved before this instant; {@code null}: before now
 * @param provider who moves the money
 */
public record PayoutBatchDraft(Currency currency, @Nullable Instant cutAt, String provider) {

  /** A cut that lets in what was approved up to now and at this very instant. */
  public static Instant afterAllThatWasApproved(Instant now) {
    return now.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
  }
}
