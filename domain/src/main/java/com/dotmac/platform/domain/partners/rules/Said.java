package com.dotmac.platform.domain.partners.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The tiers and scopes of several versions, put to the version that each belongs to. */
final class Said {

  private final Map<UUID, List<Tier>> tiers = new HashMap<>();
  private final Map<UUID, Map<ScopeKind, Set<UUID>>> named = new HashMap<>();

  private Said() {}

  static Said of(Collection<CommissionTier> tiers, Collection<CommissionScope> scopes) {
    Said said = new Said();
    for (CommissionTier tier : tiers) {
      said.tiers.computeIfAbsent(tier.versionId(), id -> new ArrayList<>()).add(tier.tier());
    }
    said.tiers.values().forEach(some -> some.sort(Comparator.comparingLong(Tier::fromAmount)));
    for (CommissionScope scope : scopes) {
      said.named
          .computeIfAbsent(scope.versionId(), id -> new HashMap<>())
          .computeIfAbsent(scope.kind(), kind -> new HashSet<>())
          .add(scope.named());
    }
    return said;
  }

  Terms terms(CommissionVersion version) {
    return version.terms(tiers.getOrDefault(version.id(), List.of()));
  }

  RuleScope scope(CommissionVersion version) {
    Map<ScopeKind, Set<UUID>> kinds = named.getOrDefault(version.id(), Map.of());
    return new RuleScope(
        kinds.getOrDefault(ScopeKind.PRODUCT, Set.of()),
        kinds.getOrDefault(ScopeKind.EXCLUDED_PRODUCT, Set.of()),
        kinds.getOrDefault(ScopeKind.CUSTOMER, Set.of()));
  }

  RuleCandidate candidate(Commission rule, CommissionVersion version) {
    RuleScope scope = scope(version);
    return new RuleCandidate(
        rule.id(),
        version.id(),
        version.number(),
        rule.partnerId(),
        rule.details().priority(),
        version.period().from(),
        version.period().to(),
        rule.status() == RuleStatus.ACTIVE,
        scope.products(),
        scope.excludedProducts(),
        scope.customers(),
        terms(version));
  }
}
