package com.dotmac.platform.domain.partners;

import static com.dotmac.platform.domain.partners.PartnerStatus.ACTIVE;
import static com.dotmac.platform.domain.partners.PartnerStatus.ARCHIVED;
import static com.dotmac.platform.domain.partners.PartnerStatus.PENDING;
import static com.dotmac.platform.domain.partners.PartnerStatus.SUSPENDED;
import static com.dotmac.platform.domain.partners.PartnerStatus.TERMINATED;

import java.util.Map;
import java.util.Set;

/**
 * The life of a partner.
 *
 * <pre>
 *   pending -> active <-> suspended
 *                |            |
 *                +-> terminated <-+
 *                        |
 *                     archived
 * </pre>
 */
final class PartnerStates {

  private static final Map<PartnerStatus, Set<PartnerStatus>> NEXT =
      Map.of(
          PENDING, Set.of(ACTIVE),
          ACTIVE, Set.of(SUSPENDED, TERMINATED),
          SUSPENDED, Set.of(ACTIVE, TERMINATED),
          TERMINATED, Set.of(ARCHIVED),
          ARCHIVED, Set.of());

  private PartnerStates() {}

  /** The states that may follow a state. */
  static Set<PartnerStatus> after(PartnerStatus status) {
    return NEXT.getOrDefault(status, Set.of());
  }

  /**
   * Refuses a step that is not in the graph.
   *
   * @throws PartnerException.StepNotAllowed if it is not
   */
  static void check(PartnerStatus from, PartnerStatus to) {
    if (!after(from).contains(to)) {
      throw new PartnerException.StepNotAllowed(from, to);
    }
  }
}
