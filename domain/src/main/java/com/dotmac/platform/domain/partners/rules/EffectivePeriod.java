package com.dotmac.platform.domain.partners.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a version of a rule counts; half-open, so that an instant belongs to one version.
 *
 * @param from first instant at which it counts
 * @param to first instant at which it no longer does; {@code null}: it goes on
 */
public record EffectivePeriod(Instant from, @Nullable Instant to) {

  /**
   * Refuses what has no instant in it.
   *
   * @throws CommissionException.TermsWrong if the end is not after the start
   */
  public EffectivePeriod {
    if (to != null && !from.isBefore(to)) {
      throw new CommissionException.TermsWrong("/effectiveTo", "must be after effectiveFrom");
    }
  }
}
