package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.billing.payments.Decline;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.GatheredActs;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How payouts end, whoever says so: state, lines, books, batch and audit row, all in one
 * transaction. The batch is held first and then the payout, so that of two that end at once one
 * sees the other, and the last one closes the batch.
 */
final class PayoutEnds {

  private final PayoutRepository payouts;
  private final PayoutBooks books;
  private final AuditTrail audit;

  PayoutEnds(TenantSessions sessions, AuditTrail audit) {
    payouts = new PayoutRepository(sessions);
    books = new PayoutBooks(sessions);
    this.audit = audit;
  }

  /** A payout and its batch, held. */
  record Held(PayoutBatch batch, Payout payout) {}

  Held hold(TenantScope scope, UUID payoutId) {
    Payout payout = payouts.get(scope, payoutId);
    PayoutBatch batch = payouts.holdBatch(scope, payout.batchId());
    payouts.hold(scope, payout);
    return new Held(batch, payout);
  }

  /**
   * When money reached a partner, as people say.
   *
   * @param said when; {@code null}: now
   * @throws PayoutException.ReachedInTheFuture if that lies ahead
   */
  static Instant reachedAt(CallContext context, @Nullable Instant said) {
    if (said != null && said.isAfter(context.at())) {
      throw new PayoutException.ReachedInTheFuture();
    }
    return said == null ? context.at() : said;
  }

  void complete(CallContext context, Held held, @Nullable String name, Instant reachedAt) {
    Payout payout = held.payout();
    var before = payout.auditState();
    payout.complete(name, reachedAt, context.at());
    payouts.flush(context.scope());
    books.completed(context, List.of(PayoutSum.of(payout)), reachedAt);
    record(context, "payout.completed", payout, before);
    close(context, held.batch());
  }

  /** The same of all payouts of a batch that are under way; the batch is held. */
  void completeAll(
      CallContext context, PayoutBatch batch, @Nullable String name, Instant reachedAt) {
    TenantScope scope = context.scope();
    List<Payout> underWay = payouts.underWay(scope, batch.id());
    GatheredActs acts = new GatheredActs();
    for (Payout payout : underWay) {
      var before = payout.auditState();
      payout.complete(name, reachedAt, context.at());
      acts.record(context, "payout.completed", payout.id(), before, payout.auditState());
    }
    payouts.flush(scope);
    books.completed(context, underWay.stream().map(PayoutSum::of).toList(), reachedAt);
    audit.recordAll(acts);
    close(context, batch);
  }

  void fail(CallContext context, Held held, Decline decline) {
    Payout payout = held.payout();
    var before = payout.auditState();
    boolean hadReached = payout.status() == PayoutStatus.COMPLETED;
    payout.fail(decline, context.at());
    payouts.flush(context.scope());
    if (hadReached) {
      books.returned(context, PayoutSum.of(payout));
    } else {
      books.released(context, List.of(PayoutSum.of(payout)));
    }
    record(context, hadReached ? "payout.returned" : "payout.failed", payout, before);
    close(context, held.batch());
  }

  void record(
      CallContext context, String action, Payout payout, Map<String, @Nullable Object> before) {
    payouts.flush(context.scope());
    audit.record(context, action, payout.id(), before, payout.auditState());
  }

  private void close(CallContext context, PayoutBatch batch) {
    if (batch.status() == BatchStatus.SUBMITTED && !payouts.hasOpen(context.scope(), batch.id())) {
      step(context, batch, BatchStatus.CLOSED, "payout_batch.closed");
    }
  }

  void reopen(CallContext context, PayoutBatch batch) {
    if (batch.status() == BatchStatus.CLOSED) {
      step(context, batch, BatchStatus.SUBMITTED, "payout_batch.reopened");
    }
  }

  private void step(CallContext context, PayoutBatch batch, BatchStatus next, String action) {
    var before = batch.auditState();
    batch.become(next, context.at());
    payouts.flush(context.scope());
    audit.record(context, action, batch.id(), before, batch.auditState());
  }
}
