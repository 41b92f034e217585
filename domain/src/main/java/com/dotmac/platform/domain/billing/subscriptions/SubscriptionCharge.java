package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;

/**
 * That an invoice was made for a subscription, and for which time. Never changed: what becomes of
 * the invoice is said there.
 */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "billing_subscription_charges",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "invoice_id"}))
public class SubscriptionCharge {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("billing_subscriptions")
  @Column(name = "subscription_id", nullable = false)
  private UUID subscriptionId;

  @References("invoices")
  @Column(name = "invoice_id", nullable = false)
  private UUID invoiceId;

  @Column(nullable = false, length = 20)
  @Convert(converter = ChargeKind.Column.class)
  private ChargeKind kind;

  @Column(name = "period_start_at", nullable = false)
  private Instant periodStartAt;

  @Column(name = "period_end_at", nullable = false)
  private Instant periodEndAt;

  @Column(name = "charged_at", nullable = false)
  private Instant chargedAt;

  /** For Hibernate. */
  protected SubscriptionCharge() {}

  SubscriptionCharge(
      CallContext context, UUID subscriptionId, UUID invoiceId, ChargeKind kind, Period period) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.subscriptionId = subscriptionId;
    this.invoiceId = invoiceId;
    this.kind = kind;
    periodStartAt = period.from();
    periodEndAt = period.to();
    chargedAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** What was billed. */
  public UUID subscriptionId() {
    return subscriptionId;
  }

  /** The invoice. */
  public UUID invoiceId() {
    return invoiceId;
  }

  /** Why. */
  public ChargeKind kind() {
    return kind;
  }

  /** The time that it is for: a period, or the rest of one. */
  public Period period() {
    return new Period(periodStartAt, periodEndAt);
  }

  /** When it was made. */
  public Instant chargedAt() {
    return chargedAt;
  }
}
