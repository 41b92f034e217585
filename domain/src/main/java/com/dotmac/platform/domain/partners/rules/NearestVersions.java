package com.dotmac.platform.domain.partners.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Leaves of each rule the version that says most about an instant, for people to read. */
final class NearestVersions {

  private NearestVersions() {}

  /**
   * Of each rule the last version that had begun, whether or not it ended, else the first to come.
   *
   * @param versions of several rules, in any order
   */
  static List<RuleCandidate> of(Collection<RuleCandidate> versions, Instant at) {
    Map<UUID, RuleCandidate> nearest = new HashMap<>();
    for (RuleCandidate version : versions) {
      nearest.merge(version.commissionId(), version, (one, other) -> nearer(one, other, at));
    }
    return List.copyOf(nearest.values());
  }

  private static RuleCandidate nearer(RuleCandidate one, RuleCandidate other, Instant at) {
    boolean inOrder = one.number() < other.number();
    RuleCandidate earlier = inOrder ? one : other;
    RuleCandidate later = inOrder ? other : one;
    return at.isBefore(later.effectiveFrom()) ? earlier : later;
  }
}
