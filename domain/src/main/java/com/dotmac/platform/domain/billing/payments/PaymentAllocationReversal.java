package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a refund or a dispute took back from an allocation, and how much of that was restored when
 * the refund was not carried out or the dispute was won. Less than all is restored only where the
 * invoice no longer owes as much; the rest is then credit.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "payment_allocation_reversals")
public class PaymentAllocationReversal {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("payment_allocations")
  @Column(name = "allocation_id", nullable = false, updatable = false)
  private UUID allocationId;

  @References("payment_refunds")
  @Column(name = "refund_id", updatable = false)
  private @Nullable UUID refundId;

  @References("payment_disputes")
  @Column(name = "dispute_id", updatable = false)
  private @Nullable UUID disputeId;

  @Column(nullable = false, updatable = false)
  private long amount;

  @Column(name = "restored_amount", nullable = false)
  private long restoredAmount;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "restored_at")
  private @Nullable Instant restoredAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PaymentAllocationReversal() {}

  PaymentAllocationReversal(CallContext context, UUID allocationId, Cause cause, long minor) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.allocationId = allocationId;
    refundId = cause.refundId();
    disputeId = cause.disputeId();
    amount = minor;
    createdAt = context.at();
  }

  /** What was taken from. */
  UUID allocationId() {
    return allocationId;
  }

  /** What was taken, in minor units. */
  long minor() {
    return amount;
  }

  /** What of it the allocation has again, in minor units. */
  long restoredMinor() {
    return restoredAmount;
  }

  void restore(long minor, Instant at) {
    restoredAmount = minor;
    restoredAt = at;
  }

  /**
   * Why money was taken back: the one or the other.
   *
   * @param refundId the refund; {@code null}: a dispute
   * @param disputeId the dispute; {@code null}: a refund
   */
  record Cause(@Nullable UUID refundId, @Nullable UUID disputeId) {}
}
