package com.dotmac.platform.domain.partners.tiers;

import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The queries over {@code partner_tier_programs} and {@code partner_tier_thresholds}. */
final class TierProgramRepository {

  /** Two who settle for the first time at once: one of them has not read what the other wrote. */
  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(Map.of("pk_partner_tier_programs", VersionConflictException::new));

  private final TenantSessions sessions;

  TierProgramRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  Optional<TierSettings> find(TenantScope scope) {
    return Optional.ofNullable(sessions.of(scope).find(TierSettings.class, scope.tenantId()));
  }

  List<TierThreshold> thresholds(TenantScope scope) {
    return rows(scope).stream().map(TierDemand::threshold).toList();
  }

  /** Lets one at a time move partners of the tenant, until the transaction ends. */
  void hold(TenantScope scope) {
    sessions
        .of(scope)
        .createNativeQuery(
            "SELECT 1 FROM partner_tier_programs WHERE tenant_id = :tenant FOR NO KEY UPDATE",
            Integer.class)
        .setParameter("tenant", scope.tenantId())
        .getResultList();
  }

  /**
   * The row of settings first, so that whoever settles at the same time waits and is refused.
   *
   * @param read the row as it was read; {@code null}: there was none
   */
  TierSettings settle(CallContext context, @Nullable TierSettings read, TierProgram wanted) {
    Session session = sessions.of(context.scope());
    TierSettings row = read == null ? new TierSettings(context, wanted) : read;
    if (read == null) {
      session.persist(row);
    } else {
      row.settle(wanted, context.at());
    }
    REFUSALS.flush(session);
    Map<PartnerTier, TierThreshold> open = new HashMap<>();
    wanted.thresholds().forEach(threshold -> open.put(threshold.tier(), threshold));
    for (TierDemand kept : rows(context.scope())) {
      @Nullable TierThreshold asked = open.remove(kept.threshold().tier());
      if (asked == null) {
        session.remove(kept);
      } else {
        kept.become(asked);
      }
    }
    open.values().forEach(threshold -> session.persist(new TierDemand(context, threshold)));
    session.flush();
    return row;
  }

  private List<TierDemand> rows(TenantScope scope) {
    return sessions
        .of(scope)
        .createSelectionQuery("from TierDemand", TierDemand.class)
        .getResultList();
  }
}
