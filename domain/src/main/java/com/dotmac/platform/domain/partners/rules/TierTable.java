package com.dotmac.platform.domain.partners.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tiers that fit together: from nothing to without end, with no gap and no overlap.
 *
 * @param tiers by growing start, the first from 0
 */
public record TierTable(List<Tier> tiers) {

  /** Most tiers of a table. */
  public static final int MAX_TIERS = 50;

  /**
   * Refuses what is no table.
   *
   * @throws CommissionException.TermsWrong if there is no tier or too many, the first does not
   *     begin at 0, one does not begin after the one before, a rate is not from 0 to 1, or a fixed
   *     amount is negative
   */
  public TierTable {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || tiers.size() > MAX_TIERS) {
      throw new CommissionException.TermsWrong("/tiers", "must be 1 to " + MAX_TIERS + " tiers");
    }
    for (int i = 0; i < tiers.size(); i++) {
      check(i, tiers.get(i), i == 0 ? null : tiers.get(i - 1));
    }
  }

  private static void check(int place, Tier tier, @Nullable Tier before) {
    if (before == null && tier.fromAmount() != 0) {
      throw wrong(place, "fromAmount", "must be 0 in the first tier");
    }
    if (before != null && tier.fromAmount() <= before.fromAmount()) {
      throw wrong(place, "fromAmount", "must be greater than in the tier before");
    }
    if (tier.rate().signum() < 0 || tier.rate().compareTo(BigDecimal.ONE) > 0) {
      throw wrong(place, "rate", "must be from 0 to 1");
    }
    if (tier.flatAmount() < 0) {
      throw wrong(place, "flatAmount", "must not be negative");
    }
  }

  private static CommissionException wrong(int place, String field, String why) {
    return new CommissionException.TermsWrong("/tiers/" + place + "/" + field, why);
  }

  /**
   * What an amount earns when each part of it earns by the tier in which the part is; exactly, not
   * rounded.
   *
   * @param base in minor units, not negative
   */
  public BigDecimal graduated(long base) {
    return CommissionArithmetic.graduated(tiers, base);
  }

  /**
   * What an amount earns when all of it earns by the tier that it reaches; exactly, not rounded.
   *
   * @param base in minor units, not negative
   */
  public BigDecimal volume(long base) {
    return CommissionArithmetic.volume(tiers, base);
  }
}
