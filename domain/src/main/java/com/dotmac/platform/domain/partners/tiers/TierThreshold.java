package com.dotmac.platform.domain.partners.tiers;

import com.dotmac.platform.domain.partners.PartnerTier;
import org.jspecify.annotations.Nullable;

/**
 * What a tier asks for: all that it names, over the window.
 *
 * @param tier the tier
 * @param collectedAmount the least that customers paid, in minor units of the currency of the
 *     program, more than 0; {@code null}: not asked for
 * @param customers the least number of customers who paid, more than 0; {@code null}: not asked for
 */
public record TierThreshold(
    PartnerTier tier, @Nullable Long collectedAmount, @Nullable Integer customers) {

  @Override
  public String toString() {
    return tier.code() + ": " + collectedAmount + " by " + customers;
  }
}
