package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Money of a payment that goes back to the customer. Its money is spoken for from the moment on in
 * which it is asked for, and back where it was if the provider does not carry it out.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "payment_refunds")
public class PaymentRefund {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("payments")
  @Column(name = "payment_id", nullable = false, updatable = false)
  private UUID paymentId;

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, updatable = false)
  private long amount;

  @Column(name = "unallocated_amount", nullable = false, updatable = false)
  private long unallocatedAmount;

  @Column(nullable = false, length = 20)
  @Convert(converter = RefundStatus.Column.class)
  private RefundStatus status;

  @Column(length = 500, updatable = false)
  private @Nullable String reason;

  @Column(name = "provider_refund_id", length = 255)
  private @Nullable String providerRefundId;

  @Column(name = "failure_code", length = 100)
  private @Nullable String failureCode;

  @Column(name = "failure_reason", length = 500)
  private @Nullable String failureReason;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PaymentRefund() {}

  PaymentRefund(CallContext context, Payment payment, Takings taken) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    paymentId = payment.id();
    currency = payment.currency().getCurrencyCode();
    amount = taken.total();
    unallocatedAmount = taken.unallocated();
    status = RefundStatus.PENDING;
    reason = context.reason();
    createdAt = context.at();
  }

  /** Identifier; to the provider, the key under which the refund is done once. */
  public UUID id() {
    return id;
  }

  /** Whose money goes back. */
  public UUID paymentId() {
    return paymentId;
  }

  /** What goes back. */
  public Money amount() {
    return money(amount);
  }

  /** What of it paid no invoice. */
  public Money unallocated() {
    return money(unallocatedAmount);
  }

  /** Where it stands. */
  public RefundStatus status() {
    return status;
  }

  /** Why, in the words of whoever asked for it; {@code null}: he did not say. */
  public @Nullable String reason() {
    return reason;
  }

  /** What the provider calls it; {@code null}: nothing, or not known yet. */
  public @Nullable String providerRefundId() {
    return providerRefundId;
  }

  /** Why it was not carried out, in the provider's code; {@code null}: it was, or may be yet. */
  public @Nullable String failureCode() {
    return failureCode;
  }

  /** Why it was not carried out, for people; {@code null}: it was, or may be yet. */
  public @Nullable String failureReason() {
    return failureReason;
  }

  /** When it was asked for. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was known what became of it; {@code null}: it is not. */
  public @Nullable Instant settledAt() {
    return settledAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  void succeed(@Nullable String providerName, Instant at) {
    status = RefundStatus.SUCCEEDED;
    providerRefundId = providerName;
    settledAt = at;
  }

  void fail(Decline decline, Instant at) {
    status = RefundStatus.FAILED;
    failureCode = decline.code();
    failureReason = decline.reason();
    settledAt = at;
  }

  /** What the audit trail keeps of a refund. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("paymentId", paymentId.toString());
    state.put("amount", amount().toString());
    state.put("status", status.code());
    state.put("providerRefundId", providerRefundId);
    state.put("failureCode", failureCode);
    return state;
  }

  private Money money(long minor) {
    return new Money(minor, Currency.getInstance(currency));
  }
}
