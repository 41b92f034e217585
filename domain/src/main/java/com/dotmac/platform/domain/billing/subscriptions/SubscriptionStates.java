package com.dotmac.platform.domain.billing.subscriptions;

import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.ACTIVE;
import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.CANCELED;
import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.ENDED;
import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.PAST_DUE;
import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.PAUSED;
import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.TRIALING;

import java.util.Map;
import java.util.Set;

/**
 * The life of a subscription.
 *
 * <pre>
 *   trialing -> active <-> past_due
 *       |       |   ^         |
 *       |       |   +-- paused|
 *       |       +------^      |
 *       +--> canceled <-------+     each of them -> ended
 *              |
 *              +-> trialing or active, until the period ends
 * </pre>
 */
final class SubscriptionStates {

  private static final Map<SubscriptionStatus, Set<SubscriptionStatus>> NEXT =
      Map.of(
          TRIALING, Set.of(ACTIVE, CANCELED, ENDED),
          ACTIVE, Set.of(PAST_DUE, PAUSED, CANCELED, ENDED),
          PAST_DUE, Set.of(ACTIVE, CANCELED, ENDED),
          PAUSED, Set.of(ACTIVE, ENDED),
          CANCELED, Set.of(TRIALING, ACTIVE, ENDED),
          ENDED, Set.of());

  private SubscriptionStates() {}

  /** The states that may follow a state. */
  static Set<SubscriptionStatus> after(SubscriptionStatus status) {
    return NEXT.getOrDefault(status, Set.of());
  }

  /**
   * Refuses a step that is not in the graph.
   *
   * @throws SubscriptionException.StepNotAllowed if it is not
   */
  static void check(SubscriptionStatus from, SubscriptionStatus to) {
    if (!after(from).contains(to)) {
      throw new SubscriptionException.StepNotAllowed(from, to);
    }
  }
}
