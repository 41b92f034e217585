package com.dotmac.platform.domain.partners.referrals;

import static com.dotmac.platform.domain.partners.referrals.ReferralStatus.CONTACTED;
import static com.dotmac.platform.domain.partners.referrals.ReferralStatus.CONVERTED;
import static com.dotmac.platform.domain.partners.referrals.ReferralStatus.INVALID;
import static com.dotmac.platform.domain.partners.referrals.ReferralStatus.LOST;
import static com.dotmac.platform.domain.partners.referrals.ReferralStatus.NEW;
import static com.dotmac.platform.domain.partners.referrals.ReferralStatus.QUALIFIED;

import java.util.Map;
import java.util.Set;

/**
 * The life of a referral.
 *
 * <pre>
 *   new -> contacted -> qualified -> converted
 *    |         |            |
 *    +---------+------------+-----> lost, invalid
 * </pre>
 */
final class ReferralStates {

  private static final Map<ReferralStatus, Set<ReferralStatus>> NEXT =
      Map.of(
          NEW, Set.of(CONTACTED, LOST, INVALID),
          CONTACTED, Set.of(QUALIFIED, LOST, INVALID),
          QUALIFIED, Set.of(CONVERTED, LOST, INVALID),
          CONVERTED, Set.of(),
          LOST, Set.of(),
          INVALID, Set.of());

  private ReferralStates() {}

  /** The states that may follow a state. */
  static Set<ReferralStatus> after(ReferralStatus status) {
    return NEXT.getOrDefault(status, Set.of());
  }

  /** Whether nothing follows a state. */
  static boolean isClosed(ReferralStatus status) {
    return after(status).isEmpty();
  }

  /**
   * Refuses a step that is not in the graph.
   *
   * @throws ReferralException.StepNotAllowed if it is not
   */
  static void check(ReferralStatus from, ReferralStatus to) {
    if (!after(from).contains(to)) {
      throw new ReferralException.StepNotAllowed(from, to);
    }
  }
}
