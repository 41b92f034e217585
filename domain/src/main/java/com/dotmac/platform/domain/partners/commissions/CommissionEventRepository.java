package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/** The queries over {@code partner_commission_events} and {@code partner_commission_terms}. */
final class CommissionEventRepository {

  private final TenantSessions sessions;

  CommissionEventRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, CommissionEvent event) {
    sessions.of(scope).persist(event);
    flush(scope);
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }

  Optional<CommissionEvent> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(CommissionEvent.class, id));
  }

  Optional<CommissionPool> findPool(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(CommissionPool.class, id));
  }

  Optional<CommissionTerms> findTerms(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(CommissionTerms.class, id));
  }

  List<CommissionTerms> termsOf(TenantScope scope, UUID invoiceId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from CommissionTerms where invoiceId = :invoice order by partnerId, position",
            CommissionTerms.class)
        .setParameter("invoice", invoiceId)
        .getResultList();
  }

  /**
   * Lines as they are now, with what takes back of them and waits as they do, held until the
   * transaction ends, by ascending identifier.
   */
  List<CommissionEvent> listForChange(TenantScope scope, Collection<UUID> ids) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from CommissionEvent where id in :ids"
                + " or (reversesId in :ids and status in :open and payoutId is null) order by id",
            CommissionEvent.class)
        .setParameterList("ids", ids)
        .setParameterList("open", List.of(CommissionStatus.PENDING, CommissionStatus.APPROVED))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /**
   * What was held long enough, held until the transaction ends; without what somebody else holds.
   *
   * @param alsoByHand whether what people wrote is among it
   */
  List<CommissionEvent> due(TenantScope scope, Instant at, boolean alsoByHand, int limit) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from CommissionEvent where status = :pending and availableAt <= :at and blockedAt is null"
                + " and (:alsoByHand = true or cause <> :manual) order by availableAt, id",
            CommissionEvent.class)
        .setParameter("pending", CommissionStatus.PENDING)
        .setParameter("at", at)
        .setParameter("alsoByHand", alsoByHand)
        .setParameter("manual", CommissionCause.MANUAL)
        .setMaxResults(limit)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .getResultList();
  }

  /** What is being written off, in minor units. */
  long pendingWriteOffs(TenantScope scope, UUID partnerId, String currency) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select coalesce(sum(amount), 0L) from CommissionEvent where partnerId = :partner"
                + " and currency = :currency and kind = :kind and status = :pending",
            Long.class)
        .setParameter("partner", partnerId)
        .setParameter("currency", currency)
        .setParameter("kind", CommissionKind.WRITE_OFF)
        .setParameter("pending", CommissionStatus.PENDING)
        .getSingleResult();
  }

  Page<CommissionEvent> list(TenantScope scope, CommissionEventFilter filter, PageRequest page) {
    return new KeysetQuery<>(CommissionEvent.class, CommissionEvent::id)
        .where("partnerId = :partner", "partner", filter.partnerId())
        .where("status = :status", "status", filter.status())
        .where("kind = :kind", "kind", filter.kind())
        .where("currency = :currency", "currency", filter.currency())
        .where("customerId = :customer", "customer", filter.customerId())
        .where("invoiceId = :invoice", "invoice", filter.invoiceId())
        .where("payoutId = :payout", "payout", filter.payoutId())
        .where("occurredAt >= :from", "from", filter.from())
        .where("occurredAt < :to", "to", filter.to())
        .page(sessions.of(scope), page);
  }
}
