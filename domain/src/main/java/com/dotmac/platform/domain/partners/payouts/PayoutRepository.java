package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.partners.commissions.TakenLine;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The queries over batches, payouts and their lines. */
final class PayoutRepository {

  private final TenantSessions sessions;

  PayoutRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void addBatch(CallContext context, PayoutBatch batch, List<PayoutSum> payouts) {
    Session session = sessions.of(context.scope());
    session.persist(batch);
    session.flush();
    session.doWork(
        connection -> PayoutRows.insertPayouts(connection, context, batch.id(), payouts));
  }

  void addLines(CallContext context, Currency currency, List<TakenLine> lines) {
    sessions
        .of(context.scope())
        .doWork(connection -> PayoutRows.insertLines(connection, context, currency, lines));
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }

  PayoutBatch batch(TenantScope scope, UUID id) {
    PayoutBatch batch = sessions.of(scope).find(PayoutBatch.class, id);
    if (batch == null) {
      throw new PayoutBatchException.NotFound();
    }
    return batch;
  }

  /** The batch, held until the transaction ends: one at a time decides about its payouts. */
  PayoutBatch holdBatch(TenantScope scope, UUID id) {
    PayoutBatch batch =
        sessions.of(scope).find(PayoutBatch.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (batch == null) {
      throw new PayoutBatchException.NotFound();
    }
    return batch;
  }

  Optional<Payout> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(Payout.class, id));
  }

  Payout get(TenantScope scope, UUID id) {
    return find(scope, id).orElseThrow(PayoutException.NotFound::new);
  }

  /** As it is now, held until the transaction ends. Its batch is held before. */
  void hold(TenantScope scope, Payout payout) {
    sessions.of(scope).refresh(payout, LockModeType.PESSIMISTIC_WRITE);
  }

  Page<PayoutBatch> batches(TenantScope scope, PayoutBatchFilter filter, PageRequest page) {
    return new KeysetQuery<>(PayoutBatch.class, PayoutBatch::id)
        .where("status = :status", "status", filter.status())
        .where("currency = :currency", "currency", filter.currency())
        .page(sessions.of(scope), page);
  }

  Page<Payout> payouts(TenantScope scope, PayoutFilter filter, PageRequest page) {
    return new KeysetQuery<>(Payout.class, Payout::id)
        .where("batchId = :batch", "batch", filter.batchId())
        .where("partnerId = :partner", "partner", filter.partnerId())
        .where("status = :status", "status", filter.status())
        .page(sessions.of(scope), page);
  }

  Page<PayoutLine> lines(TenantScope scope, UUID payoutId, PageRequest page) {
    return new KeysetQuery<>(PayoutLine.class, PayoutLine::id)
        .where("payoutId = :payout", "payout", payoutId)
        .page(sessions.of(scope), page);
  }

  List<UUID> lineIds(TenantScope scope, UUID payoutId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select commissionEventId from PayoutLine where payoutId = :payout", UUID.class)
        .setParameter("payout", payoutId)
        .getResultList();
  }

  /** The payouts of a batch in a state, by partner. */
  List<Payout> ofBatch(TenantScope scope, UUID batchId, PayoutStatus status) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from Payout where batchId = :batch and status = :status order by partnerId",
            Payout.class)
        .setParameter("batch", batchId)
        .setParameter("status", status)
        .getResultList();
  }

  /** Those of a batch, which is held, that are under way, to be ended together. */
  List<Payout> underWay(TenantScope scope, UUID batchId) {
    sessions.ofMany(scope);
    return ofBatch(scope, batchId, PayoutStatus.PROCESSING);
  }

  /** The same as the books need it, without an object for each to be watched. */
  List<PayoutSum> sums(TenantScope scope, UUID batchId, PayoutStatus status) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select id, partnerId, amount, currency from Payout"
                + " where batchId = :batch and status = :status order by partnerId",
            Object[].class)
        .setParameter("batch", batchId)
        .setParameter("status", status)
        .getResultList()
        .stream()
        .map(
            row ->
                new PayoutSum(
                    (UUID) row[0], (UUID) row[1], Money.of((Long) row[2], (String) row[3])))
        .toList();
  }

  /** Whether a payout of the batch has not ended. */
  boolean hasOpen(TenantScope scope, UUID batchId) {
    return !sessions
        .of(scope)
        .createSelectionQuery(
            "select id from Payout where batchId = :batch"
                + " and status not in (COMPLETED, FAILED, CANCELLED)",
            UUID.class)
        .setParameter("batch", batchId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Brings payouts of a batch, which is held, from one state to another. */
  int moveAll(
      TenantScope scope, List<UUID> payouts, PayoutStatus from, PayoutStatus to, Instant at) {
    PayoutStates.check(from, to);
    String sent =
        to == PayoutStatus.PROCESSING
            ? ", attempts = attempts + 1, sent_at = :at, payee_account_id = (SELECT account.id"
                + " FROM partner_payee_accounts account WHERE account.tenant_id = :tenant"
                + " AND account.partner_id = partner_payouts.partner_id"
                + " ORDER BY account.id DESC LIMIT 1)"
            : "";
    return sessions
        .of(scope)
        .createNativeMutationQuery(
            "UPDATE partner_payouts SET status = :to, updated_at = :at, version = version + 1"
                + sent
                + " WHERE tenant_id = :tenant AND id = ANY(:ids) AND status = :from")
        .setParameter("tenant", scope.tenantId())
        .setParameter("ids", payouts.toArray(UUID[]::new), UUID[].class)
        .setParameter("from", from.code())
        .setParameter("to", to.code())
        .setParameter("at", at)
        .executeUpdate();
  }
}
