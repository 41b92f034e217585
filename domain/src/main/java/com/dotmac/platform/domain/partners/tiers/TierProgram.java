package com.dotmac.platform.domain.partners.tiers;

import com.dotmac.platform.domain.partners.PartnerTier;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How tiers of partners are reckoned.
 *
 * @param currency of what is collected
 * @param windowMonths how many months back is looked, 1 to 60
 * @param automatic whether partners are moved without anybody
 * @param thresholds what each tier asks for, from the lowest to the highest; none: nobody is moved
 */
public record TierProgram(
    Currency currency, int windowMonths, boolean automatic, List<TierThreshold> thresholds) {

  /** Most months that are looked back. */
  public static final int MAX_MONTHS = 60;

  private static final String PLACE = "/tiers";
  private static final List<PartnerTier> LADDER =
      List.of(PartnerTier.SILVER, PartnerTier.GOLD, PartnerTier.PLATINUM);

  /**
   * Puts the tiers in their order.
   *
   * @throws TierProgramException.Wrong if a tier is named twice, asks for nothing or for less than
   *     one below it, or cannot be reached by numbers
   */
  public TierProgram {
    if (windowMonths < 1 || windowMonths > MAX_MONTHS) {
      throw new TierProgramException.Wrong("/windowMonths", "must be from 1 to " + MAX_MONTHS);
    }
    thresholds = thresholds.stream().sorted(Comparator.comparing(TierThreshold::tier)).toList();
    TierThreshold below = null;
    for (TierThreshold threshold : thresholds) {
      refuseUnless(LADDER.contains(threshold.tier()), "must be silver, gold or platinum");
      refuseUnless(
          threshold.collectedAmount() != null || threshold.customers() != null,
          "must ask for something");
      refuseUnless(
          isPositive(threshold.collectedAmount()) && isPositive(threshold.customers()),
          "must ask for more than nothing");
      if (below != null) {
        refuseUnless(below.tier() != threshold.tier(), "must name each tier once");
        refuseUnless(
            asksNoLess(threshold.collectedAmount(), below.collectedAmount())
                && asksNoLess(threshold.customers(), below.customers())
                && !threshold.equals(
                    new TierThreshold(
                        threshold.tier(), below.collectedAmount(), below.customers())),
            "must ask for more the higher a tier is");
      }
      below = threshold;
    }
  }

  private static boolean isPositive(@Nullable Number asked) {
    return asked == null || asked.longValue() > 0;
  }

  /** What a lower tier asks for, a higher one asks for as well. */
  private static boolean asksNoLess(@Nullable Number asked, @Nullable Number below) {
    return below == null || (asked != null && asked.longValue() >= below.longValue());
  }

  private static void refuseUnless(boolean right, String why) {
    if (!right) {
      throw new TierProgramException.Wrong(PLACE, why);
    }
  }
}
