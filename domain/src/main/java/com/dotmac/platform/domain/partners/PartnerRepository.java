package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code partners} and {@code partner_tier_moves}. */
final class PartnerRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of(
              "uq_partners_company_name", PartnerException.CompanyNameTaken::new,
              "uq_partners_external_id", PartnerException.ExternalIdTaken::new));

  private static final PartnerStatus.Column STATUS = new PartnerStatus.Column();

  private final TenantSessions sessions;

  PartnerRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, Partner partner) {
    sessions.of(scope).persist(partner);
    flush(scope);
  }

  void add(TenantScope scope, PartnerTierMove move) {
    sessions.of(scope).persist(move);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<Partner> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(Partner.class, id));
  }

  void refuseIfAbsent(TenantScope scope, UUID id) {
    if (find(scope, id).isEmpty()) {
      throw new PartnerException.NotFound();
    }
  }

  /** The partner, kept as he is until the transaction ends: what is built on it stays true. */
  Partner getAndHold(TenantScope scope, UUID id) {
    Partner partner = sessions.of(scope).find(Partner.class, id, LockModeType.PESSIMISTIC_READ);
    if (partner == null) {
      throw new PartnerException.NotFound();
    }
    return partner;
  }

  /**
   * Where partners stand; whom the tenant does not have is missing.
   *
   * @param held whether they stay there until the transaction ends
   */
  Map<UUID, PartnerStatus> statuses(TenantScope scope, Collection<UUID> ids, boolean held) {
    Map<UUID, PartnerStatus> statuses = new LinkedHashMap<>();
    sessions
        .of(scope)
        .createNativeQuery(
            // In one order, so that two who hold the same partners do not wait for each other.
            "SELECT id, status FROM partners WHERE tenant_id = :tenant AND id = ANY(:ids)"
                + " ORDER BY id"
                + (held ? " FOR NO KEY UPDATE" : ""),
            Object[].class)
        .setParameter("tenant", scope.tenantId())
        .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
        .getResultList()
        .forEach(
            row -> statuses.put((UUID) row[0], STATUS.convertToEntityAttribute((String) row[1])));
    return statuses;
  }

  /**
   * The same, of a partner who has to be at work.
   *
   * @throws PartnerException.NotActive if he is not
   */
  void requireActive(TenantScope scope, UUID id) {
    Partner partner = getAndHold(scope, id);
    if (partner.status() != PartnerStatus.ACTIVE) {
      throw new PartnerException.NotActive(partner.status());
    }
  }

  /**
   * Locks the partner until the transaction ends, for a rule about all his people, which no single
   * row can keep. Readers, and rows that refer to him, do not wait.
   */
  void hold(TenantScope scope, UUID id) {
    boolean isThere =
        sessions
            .of(scope)
            .createNativeQuery(
                "SELECT 1 FROM partners WHERE tenant_id = :tenant AND id = :id FOR NO KEY UPDATE",
                Integer.class)
            .setParameter("tenant", scope.tenantId())
            .setParameter("id", id)
            .uniqueResultOptional()
            .isPresent();
    if (!isThere) {
      throw new PartnerException.NotFound();
    }
  }

  Optional<Partner> findByNumber(TenantScope scope, String number) {
    return sessions
        .of(scope)
        .createSelectionQuery("from Partner where number = :number", Partner.class)
        .setParameter("number", number)
        .uniqueResultOptional();
  }

  Page<PartnerTierMove> tierMoves(TenantScope scope, UUID partnerId, PageRequest page) {
    return new KeysetQuery<>(PartnerTierMove.class, PartnerTierMove::id)
        .where("partnerId = :partner", "partner", partnerId)
        .page(sessions.of(scope), page);
  }

  Page<Partner> list(TenantScope scope, PartnerFilter filter, PageRequest page) {
    return new KeysetQuery<>(Partner.class, Partner::id)
        .where("status = :status", "status", filter.status())
        .where("tier = :tier", "tier", filter.tier())
        .where(
            "(lower(companyName) like :search escape '!' or lower(number) like :search escape '!'"
                + " or primaryEmail like :search escape '!')",
            "search",
            KeysetQuery.containing(filter.search()))
        .page(sessions.of(scope), page);
  }
}
