package com.dotmac.platform.domain.partners.rules;

import java.math.BigDecimal;

/**
 * A tier: what is beyond its start, up to and with where the next begins. Has no end of its own, so
 * that between tiers there can be neither gap nor overlap.
 *
 * @param fromAmount what is beyond this is in the tier, in minor units
 * @param rate what each minor unit in it earns
 * @param flatAmount earned once the tier is reached, in minor units
 */
public record Tier(long fromAmount, BigDecimal rate, long flatAmount) {

  /** Gives equal rates one form, so that equal tiers are equal. */
  public Tier {
    rate = rate.stripTrailingZeros();
  }

  /** Whether an amount reaches the tier: the start itself is in the tier before. */
  boolean isReachedBy(long amount) {
    return amount > fromAmount;
  }
}
