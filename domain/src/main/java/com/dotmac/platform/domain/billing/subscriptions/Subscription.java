package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.catalog.Quantity;
import com.dotmac.platform.domain.billing.events.Facts;
import com.dotmac.platform.domain.shared.Fraction;
import com.dotmac.platform.domain.shared.Identifiers;
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
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * That a customer has a plan, and is billed for it at the start of each period, or not yet while it
 * is tried. Changed only through {@link SubscriptionService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "billing_subscriptions")
public class Subscription {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("customers")
  @Column(name = "customer_id", nullable = false, updatable = false)
  private UUID customerId;

  @References("billing_plans")
  @Column(name = "plan_id", nullable = false)
  private UUID planId;

  @References("billing_plans")
  @Column(name = "next_plan_id")
  private @Nullable UUID nextPlanId;

  @Column(nullable = false, updatable = false, precision = 18, scale = Quantity.DECIMALS)
  private BigDecimal quantity;

  @Column(nullable = false, length = 20)
  @Convert(converter = SubscriptionStatus.Column.class)
  private SubscriptionStatus status;

  @Column(name = "anchor_at", nullable = false)
  private Instant anchorAt;

  @Column(name = "period_number", nullable = false)
  private int periodNumber;

  @Column(name = "period_start_at", nullable = false)
  private Instant periodStartAt;

  @Column(name = "period_end_at", nullable = false)
  private Instant periodEndAt;

  @Column(name = "discount_rate", precision = 9, scale = Fraction.DECIMALS)
  private @Nullable BigDecimal discountRate;

  @Column(name = "tax_rate", precision = 9, scale = Fraction.DECIMALS)
  private @Nullable BigDecimal taxRate;

  @Column(name = "paused_at")
  private @Nullable Instant pausedAt;

  @Column(name = "canceled_at")
  private @Nullable Instant canceledAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected Subscription() {}

  /**
   * One that is tried until the end of a period, or if that is none of trial, is yet to be billed.
   */
  Subscription(
      CallContext context, SubscriptionOrder order, SubscriptionStatus status, Period first) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    customerId = order.customerId();
    planId = order.planId();
    quantity = order.quantity();
    this.status = status;
    anchorAt = status == SubscriptionStatus.TRIALING ? first.to() : first.from();
    periodStartAt = first.from();
    periodEndAt = first.to();
    createdAt = context.at();
    updatedAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Who is billed. */
  public UUID customerId() {
    return customerId;
  }

  /** What is billed now. */
  public UUID planId() {
    return planId;
  }

  /** What will be billed from the end of the period on; {@code null}: the same. */
  public @Nullable UUID nextPlanId() {
    return nextPlanId;
  }

  /** How many of the plan. */
  public BigDecimal quantity() {
    return Quantity.normalise(quantity);
  }

  /** Where it is in its life. */
  public SubscriptionStatus status() {
    return status;
  }

  /** The period that runs, or the last one that ran. */
  public Period period() {
    return new Period(periodStartAt, periodEndAt);
  }

  /** Whether the period that runs is one of trial, which costs nothing. */
  public boolean isTrial() {
    return discountRate == null;
  }

  /** Since when it is not billed; {@code null}: it is not paused. */
  public @Nullable Instant pausedAt() {
    return pausedAt;
  }

  /** When it was canceled; {@code null}: it was not, or was reactivated. */
  public @Nullable Instant canceledAt() {
    return canceledAt;
  }

  /** Since when it is over; {@code null}: it is not. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }

  /** When the customer subscribed. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  /** Start of the first of its periods, from which all of them are reckoned. */
  Instant anchor() {
    return anchorAt;
  }

  /** Which of these the present one is, from 0. */
  int periodNumber() {
    return periodNumber;
  }

  /** What the present period was priced with; {@code null}: it is one of trial. */
  @Nullable PeriodTerms terms() {
    return discountRate == null || taxRate == null ? null : new PeriodTerms(discountRate, taxRate);
  }

  /** A new period begins, which was priced. */
  void begin(UUID plan, Instant anchor, int number, Period period, PeriodTerms terms) {
    planId = plan;
    nextPlanId = null;
    anchorAt = anchor;
    periodNumber = number;
    periodStartAt = period.from();
    periodEndAt = period.to();
    price(terms);
  }

  /** Another plan from now on, within the period. */
  void swap(UUID plan, @Nullable PeriodTerms terms, Instant at) {
    planId = plan;
    nextPlanId = null;
    if (terms != null) {
      price(terms);
    }
    updatedAt = at;
  }

  private void price(PeriodTerms terms) {
    discountRate = terms.discountRate();
    taxRate = terms.taxRate();
  }

  /** Another plan from the end of the period on; {@code null}: the same. */
  void plan(@Nullable UUID next, Instant at) {
    nextPlanId = next;
    updatedAt = at;
  }

  /**
   * Takes a step of its life.
   *
   * @throws SubscriptionException.StepNotAllowed if it is not in the graph
   */
  void become(SubscriptionStatus next, Instant at) {
    SubscriptionStates.check(status, next);
    status = next;
    pausedAt = next == SubscriptionStatus.PAUSED ? at : null;
    switch (next) {
      case CANCELED -> {
        canceledAt = at;
        nextPlanId = null;
      }
      case ENDED -> {
        endedAt = at;
        nextPlanId = null;
      }
      default -> canceledAt = null;
    }
    updatedAt = at;
  }

  /** Was changed at this instant, without a step. */
  void touch(Instant at) {
    updatedAt = at;
  }

  /** What the audit trail keeps of a subscription, and what facts about it say. */
  Facts facts() {
    return new Facts()
        .with("customerId", customerId)
        .with("planId", planId)
        .with("nextPlanId", nextPlanId)
        .with("quantity", Quantity.text(quantity))
        .with("status", status)
        .with("periodStart", periodStartAt)
        .with("periodEnd", periodEndAt)
        .with("canceledAt", canceledAt)
        .with("endedAt", endedAt);
  }
}
