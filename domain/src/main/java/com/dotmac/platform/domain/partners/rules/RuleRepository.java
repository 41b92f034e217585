package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads rules with all that they say, many at a time. */
final class RuleRepository {

  /** Beyond so many partners all rules are read, which is less than to name so many. */
  private static final int MANY = 500;

  private static final String OF_RULES = "commissionId in (select c.id from Commission c where ";
  private static final String OF_VERSIONS =
      "versionId in (select v.id from CommissionVersion v where v." + OF_RULES;

  private final TenantSessions sessions;

  RuleRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  List<RuleCandidate> candidates(
      TenantScope scope, Set<UUID> partnerIds, Set<RuleStatus> statuses) {
    Which which = Which.of(partnerIds, statuses);
    Map<UUID, Commission> rules = new HashMap<>();
    for (Commission rule : all(scope, "from Commission c where ", which, "", Commission.class)) {
      rules.put(rule.id(), rule);
    }
    Said said =
        Said.of(
            all(
                scope,
                "from CommissionTier where " + OF_VERSIONS,
                which,
                "))",
                CommissionTier.class),
            all(
                scope,
                "from CommissionScope where " + OF_VERSIONS,
                which,
                "))",
                CommissionScope.class));
    List<RuleCandidate> candidates = new ArrayList<>();
    for (CommissionVersion version :
        all(
            scope,
            "from CommissionVersion where " + OF_RULES,
            which,
            ")",
            CommissionVersion.class)) {
      Commission rule = rules.get(version.commissionId());
      if (rule != null && isFor(rule, partnerIds)) {
        candidates.add(said.candidate(rule, version));
      }
    }
    return candidates;
  }

  Map<UUID, Terms> terms(TenantScope scope, Set<UUID> versionIds) {
    Map<UUID, Terms> terms = new HashMap<>();
    if (!versionIds.isEmpty()) {
      Said said =
          Said.of(
              named(
                  scope,
                  "from CommissionTier where versionId in :ids",
                  versionIds,
                  CommissionTier.class),
              List.of());
      for (CommissionVersion version :
          named(
              scope,
              "from CommissionVersion where id in :ids",
              versionIds,
              CommissionVersion.class)) {
        terms.put(version.id(), said.terms(version));
      }
    }
    return terms;
  }

  private <T> List<T> all(
      TenantScope scope, String before, Which which, String after, Class<T> kind) {
    var query =
        sessions
            .of(scope)
            .createSelectionQuery(before + which.condition() + after, kind)
            .setParameter("statuses", which.statuses());
    if (!which.partnerIds().isEmpty()) {
      query.setParameter("partners", which.partnerIds());
    }
    return query.getResultList();
  }

  private <T> List<T> named(TenantScope scope, String query, Set<UUID> ids, Class<T> kind) {
    return sessions
        .of(scope)
        .createSelectionQuery(query, kind)
        .setParameter("ids", ids)
        .getResultList();
  }

  private static boolean isFor(Commission rule, Set<UUID> partnerIds) {
    return rule.partnerId() == null || partnerIds.contains(rule.partnerId());
  }

  /**
   * Which rules are read.
   *
   * @param condition on the rule {@code c}
   * @param partnerIds those that the condition names
   * @param statuses those that the condition names
   */
  private record Which(String condition, Set<UUID> partnerIds, Set<RuleStatus> statuses) {

    static Which of(Set<UUID> partnerIds, Set<RuleStatus> statuses) {
      String status = "c.status in :statuses";
      if (partnerIds.isEmpty()) {
        return new Which(status + " and c.partnerId is null", Set.of(), statuses);
      }
      return partnerIds.size() > MANY
          ? new Which(status, Set.of(), statuses)
          : new Which(
              status + " and (c.partnerId is null or c.partnerId in :partners)",
              partnerIds,
              statuses);
    }
  }
}
