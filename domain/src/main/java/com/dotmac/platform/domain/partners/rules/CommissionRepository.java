package com.dotmac.platform.domain.partners.rules;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Writes rules and their versions, and reads them for people. */
final class CommissionRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of(
              "uq_partner_commissions_name", CommissionException.NameTaken::new,
              "ex_partner_commission_versions_period", CommissionException.VersionsOverlap::new));

  private final TenantSessions sessions;

  CommissionRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, Commission rule) {
    sessions.of(scope).persist(rule);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  /** Adds a version with all that it says. */
  RuleVersion add(CallContext context, CommissionVersion version, RuleDraft draft) {
    Session session = sessions.of(context.scope());
    session.persist(version);
    for (Tier tier : draft.tiers()) {
      session.persist(new CommissionTier(context, version.id(), tier));
    }
    persist(context, version, ScopeKind.PRODUCT, draft.scope().products());
    persist(context, version, ScopeKind.EXCLUDED_PRODUCT, draft.scope().excludedProducts());
    persist(context, version, ScopeKind.CUSTOMER, draft.scope().customers());
    flush(context.scope());
    return version.said(version.terms(draft.tiers()), draft.scope());
  }

  private void persist(
      CallContext context, CommissionVersion version, ScopeKind kind, Set<UUID> named) {
    for (UUID id : named) {
      sessions.of(context.scope()).persist(new CommissionScope(context, version.id(), kind, id));
    }
  }

  Optional<Commission> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(Commission.class, id));
  }

  Page<Commission> list(TenantScope scope, CommissionFilter filter, PageRequest page) {
    return new KeysetQuery<>(Commission.class, Commission::id)
        .where("status = :status", "status", filter.status())
        .where("partnerId = :partner", "partner", filter.partnerId())
        .where(
            "lower(name) like :search escape '!'",
            "search",
            KeysetQuery.containing(filter.search()))
        .page(sessions.of(scope), page);
  }

  /** What rules are called. */
  Map<UUID, String> names(TenantScope scope, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : sessions
            .of(scope)
            .createSelectionQuery("from Commission where id in :ids", Commission.class)
            .setParameter("ids", ids)
            .getResultList()
            .stream()
            .collect(toMap(Commission::id, rule -> rule.details().name()));
  }

  /** The version of a rule that was made last. */
  CommissionVersion last(TenantScope scope, UUID commissionId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from CommissionVersion where commissionId = :rule order by number desc",
            CommissionVersion.class)
        .setParameter("rule", commissionId)
        .setMaxResults(1)
        .getSingleResult();
  }

  /** The version that was made last, of each of some rules. */
  Map<UUID, RuleVersion> last(TenantScope scope, Collection<UUID> commissionIds) {
    if (commissionIds.isEmpty()) {
      return Map.of();
    }
    List<CommissionVersion> versions =
        sessions
            .of(scope)
            .createSelectionQuery(
                "from CommissionVersion v where v.commissionId in :rules and v.number ="
                    + " (select max(o.number) from CommissionVersion o"
                    + " where o.commissionId = v.commissionId)",
                CommissionVersion.class)
            .setParameter("rules", commissionIds)
            .getResultList();
    return said(scope, versions).stream().collect(toMap(RuleVersion::commissionId, identity()));
  }

  Page<RuleVersion> versions(TenantScope scope, UUID commissionId, PageRequest request) {
    Page<CommissionVersion> page =
        new KeysetQuery<>(CommissionVersion.class, CommissionVersion::id)
            .where("commissionId = :rule", "rule", commissionId)
            .page(sessions.of(scope), request);
    return new Page<>(said(scope, page.items()), page.next());
  }

  Optional<RuleVersion> version(TenantScope scope, UUID versionId) {
    return Optional.ofNullable(sessions.of(scope).find(CommissionVersion.class, versionId))
        .map(version -> said(scope, version));
  }

  /** A version with all that it says. */
  RuleVersion said(TenantScope scope, CommissionVersion version) {
    return said(scope, List.of(version)).get(0);
  }

  /** In the order given. */
  private List<RuleVersion> said(TenantScope scope, List<CommissionVersion> versions) {
    List<UUID> ids = versions.stream().map(CommissionVersion::id).toList();
    Said said =
        ids.isEmpty()
            ? Said.of(List.of(), List.of())
            : Said.of(
                of(scope, "from CommissionTier", ids, CommissionTier.class),
                of(scope, "from CommissionScope", ids, CommissionScope.class));
    return versions.stream()
        .map(version -> version.said(said.terms(version), said.scope(version)))
        .toList();
  }

  private <T> List<T> of(TenantScope scope, String what, List<UUID> versionIds, Class<T> kind) {
    return sessions
        .of(scope)
        .createSelectionQuery(what + " where versionId in :versions", kind)
        .setParameter("versions", versionIds)
        .getResultList();
  }
}
