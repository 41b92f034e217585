package com.dotmac.platform.domain.partners.rules;

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
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says, from an instant on. Never changed, for what was earned names it; an end is set
 * when the next one begins.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_commission_versions",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "commission_id", "number"}))
public class CommissionVersion {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partner_commissions")
  @Column(name = "commission_id", nullable = false, updatable = false)
  private UUID commissionId;

  @Column(nullable = false, updatable = false)
  private int number;

  @Column(name = "effective_from", nullable = false, updatable = false)
  private Instant effectiveFrom;

  @Column(name = "effective_to")
  private @Nullable Instant effectiveTo;

  @Column(nullable = false, length = 20, updatable = false)
  @Convert(converter = RuleModel.Column.class)
  private RuleModel model;

  @Column(nullable = false, length = 20, updatable = false)
  @Convert(converter = RuleBasis.Column.class)
  private RuleBasis basis;

  @Column(precision = 9, scale = Fraction.DECIMALS, updatable = false)
  private @Nullable BigDecimal rate;

  @Column(name = "flat_amount", updatable = false)
  private @Nullable Long flatAmount;

  @Column(length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private @Nullable String currency;

  @Column(name = "duration_months", updatable = false)
  private @Nullable Integer durationMonths;

  @Column(name = "first_payment_only", nullable = false, updatable = false)
  private boolean firstPaymentOnly;

  @Column(name = "hold_days", updatable = false)
  private @Nullable Integer holdDays;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected CommissionVersion() {}

  CommissionVersion(
      CallContext context, UUID commissionId, int number, EffectivePeriod period, RuleDraft draft) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.commissionId = commissionId;
    this.number = number;
    effectiveFrom = period.from();
    effectiveTo = period.to();
    model = draft.model();
    basis = draft.basis();
    rate = draft.rate();
    flatAmount = draft.flatAmount();
    currency = draft.currency() == null ? null : draft.currency().getCurrencyCode();
    durationMonths = draft.durationMonths();
    firstPaymentOnly = draft.firstPaymentOnly();
    holdDays = draft.holdDays();
    createdAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** The rule. */
  public UUID commissionId() {
    return commissionId;
  }

  /** Place among the versions of the rule, from 1. */
  public int number() {
    return number;
  }

  /** When it counts. */
  public EffectivePeriod period() {
    return new EffectivePeriod(effectiveFrom, effectiveTo);
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** Sets the end, unless there is one. */
  void endAt(Instant end) {
    if (effectiveTo == null) {
      effectiveTo = end;
    }
  }

  /**
   * What it says of how much is earned.
   *
   * @param tiers those of the version
   */
  Terms terms(List<Tier> tiers) {
    return new Terms(
        id,
        model,
        basis,
        Fraction.normaliseNullable(rate),
        flatAmount,
        tiers,
        currency == null ? null : Currency.getInstance(currency),
        durationMonths,
        firstPaymentOnly,
        holdDays);
  }

  /**
   * The version with all that it says.
   *
   * @param terms its own, with its tiers
   * @param scope its own
   */
  RuleVersion said(Terms terms, RuleScope scope) {
    return new RuleVersion(commissionId, number, period(), terms, scope, createdAt);
  }
}
