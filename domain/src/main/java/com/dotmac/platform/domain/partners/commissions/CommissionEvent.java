package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.billing.events.Facts;
import com.dotmac.platform.domain.shared.Fraction;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A line of what a partner earns or loses again. What it says never changes; only how far it is on
 * its way to the partner. It outlives the customer and the invoice that it came from.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_commission_events")
public class CommissionEvent {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partners")
  @Column(name = "partner_id", nullable = false, updatable = false)
  private UUID partnerId;

  @References(value = "partner_accounts", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "account_id", updatable = false)
  private @Nullable UUID accountId;

  @References(value = "customers", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "customer_id", updatable = false)
  private @Nullable UUID customerId;

  @References(value = "invoices", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "invoice_id", updatable = false)
  private @Nullable UUID invoiceId;

  @References(value = "payment_allocations", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "allocation_id", updatable = false)
  private @Nullable UUID allocationId;

  @References("partner_commission_terms")
  @Column(name = "terms_id", updatable = false)
  private @Nullable UUID termsId;

  @References("billing_events")
  @Column(name = "billing_event_id", updatable = false)
  private @Nullable UUID billingEventId;

  @References("partner_commission_events")
  @Column(name = "reverses_id", updatable = false)
  private @Nullable UUID reversesId;

  @References(
      value = "partner_payouts",
      with = {"partner_id", "currency"})
  @Column(name = "payout_id", updatable = false)
  private @Nullable UUID payoutId;

  @Column(nullable = false, length = 20, updatable = false)
  @Convert(converter = CommissionKind.Column.class)
  private CommissionKind kind;

  @Column(nullable = false, length = 30, updatable = false)
  @Convert(converter = CommissionCause.Column.class)
  private CommissionCause cause;

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(name = "base_amount", nullable = false, updatable = false)
  private long baseAmount;

  @Column(precision = 9, scale = Fraction.DECIMALS, updatable = false)
  private @Nullable BigDecimal rate;

  @Column(nullable = false, updatable = false)
  private long amount;

  @Column(name = "reversed_amount", nullable = false)
  private long reversedAmount;

  @Column(nullable = false, length = 20)
  @Convert(converter = CommissionStatus.Column.class)
  private CommissionStatus status;

  @Column(length = 500, updatable = false)
  private @Nullable String reason;

  @Column(name = "occurred_at", nullable = false, updatable = false)
  private Instant occurredAt;

  @Column(name = "available_at", nullable = false, updatable = false)
  private Instant availableAt;

  @Column(name = "approved_at")
  private @Nullable Instant approvedAt;

  @Column(name = "paid_at")
  private @Nullable Instant paidAt;

  @Column(name = "blocked_at")
  private @Nullable Instant blockedAt;

  @Column(name = "blocked_reason", length = 500)
  private @Nullable String blockedReason;

  @Column(name = "created_by", updatable = false)
  private @Nullable UUID createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected CommissionEvent() {}

  /**
   * A line that somebody writes by hand, which waits to be approved; the reason is that of the
   * call.
   */
  CommissionEvent(CallContext context, UUID partnerId, CommissionKind kind, Money amount) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.partnerId = partnerId;
    this.kind = kind;
    cause = CommissionCause.MANUAL;
    currency = amount.currency().getCurrencyCode();
    this.amount = amount.minor();
    status = CommissionStatus.PENDING;
    reason = context.reason();
    occurredAt = context.at();
    availableAt = context.at();
    createdBy = context.actor().id();
    createdAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Who earns or loses. */
  public UUID partnerId() {
    return partnerId;
  }

  /** The account that covered the customer; {@code null}: by hand, or gone. */
  public @Nullable UUID accountId() {
    return accountId;
  }

  /** Who paid; {@code null}: by hand, or gone. */
  public @Nullable UUID customerId() {
    return customerId;
  }

  /** What was paid; {@code null}: by hand, or gone. */
  public @Nullable UUID invoiceId() {
    return invoiceId;
  }

  /** By which money; {@code null}: by none, or gone. */
  public @Nullable UUID allocationId() {
    return allocationId;
  }

  /** By what it was earned; {@code null}: by hand. */
  public @Nullable UUID termsId() {
    return termsId;
  }

  /** The fact that it follows from; {@code null}: by hand. */
  public @Nullable UUID billingEventId() {
    return billingEventId;
  }

  /** What it takes back; {@code null}: nothing. */
  public @Nullable UUID reversesId() {
    return reversesId;
  }

  /** With what it is paid out; {@code null}: not yet. */
  public @Nullable UUID payoutId() {
    return payoutId;
  }

  /** What it is. */
  public CommissionKind kind() {
    return kind;
  }

  /** What it follows from. */
  public CommissionCause cause() {
    return cause;
  }

  /** What the base changed by. */
  public Money base() {
    return money(baseAmount);
  }

  /** The rate of the whole base; {@code null}: there is none. */
  public @Nullable BigDecimal rate() {
    return rate;
  }

  /** How much; negative: is lost. */
  public Money amount() {
    return money(amount);
  }

  /** How much of it other lines took back. */
  public Money reversed() {
    return money(reversedAmount);
  }

  /** What is left of it, whichever sign it has. */
  public Money open() {
    return money(amount - reversedAmount);
  }

  /** How far it is on its way. */
  public CommissionStatus status() {
    return status;
  }

  /** Why somebody wrote it; {@code null}: the platform did. */
  public @Nullable String reason() {
    return reason;
  }

  /** When the fact happened. */
  public Instant occurredAt() {
    return occurredAt;
  }

  /** Until then it is held. */
  public Instant availableAt() {
    return availableAt;
  }

  /** When it was approved; {@code null}: it was not. */
  public @Nullable Instant approvedAt() {
    return approvedAt;
  }

  /** When it was paid out; {@code null}: it was not. */
  public @Nullable Instant paidAt() {
    return paidAt;
  }

  /** Since when it is kept from being approved and paid; {@code null}: it is not. */
  public @Nullable Instant blockedAt() {
    return blockedAt;
  }

  /** Why it is; {@code null}: it is not. */
  public @Nullable String blockedReason() {
    return blockedReason;
  }

  /** Who wrote it by hand; {@code null}: the platform, or an operator. */
  public @Nullable UUID createdBy() {
    return createdBy;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  /** Lets it be paid out. */
  void approve(Instant at) {
    status = CommissionStatus.APPROVED;
    approvedAt = at;
  }

  /** Keeps it from being approved and paid, or lets it go on. */
  void block(@Nullable Instant at, @Nullable String why) {
    blockedAt = at;
    blockedReason = why;
  }

  /** Lets it count no more. */
  void cancel() {
    status = CommissionStatus.CANCELLED;
    approvedAt = null;
    block(null, null);
  }

  /** What the audit trail keeps of it. */
  Map<String, @Nullable Object> auditState() {
    return new Facts()
        .with("partner", partnerId)
        .with("kind", kind)
        .with("amount", amount())
        .with("reversed", reversed())
        .with("status", status)
        .with("blockedReason", blockedReason)
        .map();
  }

  private Money money(long minor) {
    return new Money(minor, Currency.getInstance(currency));
  }
}
