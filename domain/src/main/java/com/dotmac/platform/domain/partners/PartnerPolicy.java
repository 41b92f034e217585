package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * How a tenant runs its partner programme.
 *
 * @param holdDays how long what was earned is held where the rule does not say, 0 to 365
 * @param automaticApproval whether what was held long enough is approved without anybody
 * @param makerChecker whether who makes a payout batch or an adjustment may not be the one who
 *     approves it
 * @param applicationsOpen whether anybody may apply to become a partner
 * @param protectionDays how long a referral keeps others from referring the same prospect, 0 to
 *     3650
 * @param payoutMinimums the least that is paid out, one for each currency that has one, by code
 */
public record PartnerPolicy(
    int holdDays,
    boolean automaticApproval,
    boolean makerChecker,
    boolean applicationsOpen,
    int protectionDays,
    List<Money> payoutMinimums) {

  /** Most days for which earnings are held. */
  public static final int MAX_HOLD_DAYS = 365;

  /** Most days for which a referral is protected. */
  public static final int MAX_PROTECTION_DAYS = 3650;

  /** What counts where nothing was settled. */
  public static final PartnerPolicy USUAL =
      new PartnerPolicy(30, true, false, false, 90, List.of());

  /**
   * Puts the minimums in the order of their currencies.
   *
   * @throws PartnerSettingsException.Wrong if days are out of their bounds, a minimum is not
   *     positive, or a currency has two
   */
  public PartnerPolicy {
    refuseUnless(
        holdDays >= 0 && holdDays <= MAX_HOLD_DAYS,
        "/holdDays",
        "must be from 0 to " + MAX_HOLD_DAYS);
    refuseUnless(
        protectionDays >= 0 && protectionDays <= MAX_PROTECTION_DAYS,
        "/protectionDays",
        "must be from 0 to " + MAX_PROTECTION_DAYS);
    refuseUnless(
        payoutMinimums.stream().allMatch(Money::isPositive),
        "/payoutMinimums",
        "must be more than nothing");
    refuseUnless(
        payoutMinimums.stream().map(Money::currency).distinct().count() == payoutMinimums.size(),
        "/payoutMinimums",
        "must name each currency once");
    payoutMinimums =
        payoutMinimums.stream()
            .sorted(Comparator.comparing(minimum -> minimum.currency().getCurrencyCode()))
            .toList();
  }

  /** The least that is paid out in a currency; empty: anything is. */
  public Optional<Money> payoutMinimum(Currency currency) {
    return payoutMinimums.stream()
        .filter(minimum -> minimum.currency().equals(currency))
        .findFirst();
  }

  private static void refuseUnless(boolean right, String place, String why) {
    if (!right) {
      throw new PartnerSettingsException.Wrong(place, why);
    }
  }
}
