package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.billing.payments.PaymentAllocationReversal.Cause;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;
import java.util.UUID;

/** The queries over {@code payment_allocations} and {@code payment_allocation_reversals}. */
final class AllocationRepository {

  private final TenantSessions sessions;

  AllocationRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, PaymentAllocation allocation) {
    sessions.of(scope).persist(allocation);
  }

  void add(TenantScope scope, PaymentAllocationReversal reversal) {
    sessions.of(scope).persist(reversal);
  }

  /** The allocations of a payment that is held, the newest first. */
  Rows<PaymentAllocation> newestFirst(TenantScope scope, UUID paymentId) {
    return new Rows<>(
        sessions
            .of(scope)
            .createSelectionQuery(
                "from PaymentAllocation where paymentId = :payment order by id desc",
                PaymentAllocation.class)
            .setParameter("payment", paymentId)
            .getResultList(),
        PaymentAllocation::id);
  }

  /** What was taken back for one cause, in the order in which it was. */
  List<PaymentAllocationReversal> reversals(TenantScope scope, Cause cause) {
    boolean refund = cause.refundId() != null;
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PaymentAllocationReversal where %s = :cause order by id"
                .formatted(refund ? "refundId" : "disputeId"),
            PaymentAllocationReversal.class)
        .setParameter("cause", refund ? cause.refundId() : cause.disputeId())
        .getResultList();
  }

  Page<PaymentAllocation> list(TenantScope scope, UUID paymentId, PageRequest page) {
    return new KeysetQuery<>(PaymentAllocation.class, PaymentAllocation::id)
        .where("paymentId = :payment", "payment", paymentId)
        .page(sessions.of(scope), page);
  }
}
