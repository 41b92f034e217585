package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.shared.Fraction;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * By what a partner earns on some lines of an invoice, and how much he has so far, to be read. It
 * is decided when the first money comes.
 */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_commission_terms",
    uniqueConstraints =
        @UniqueConstraint(columnNames = {"tenant_id", "invoice_id", "partner_id", "position"}))
public class CommissionTerms {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partners")
  @Column(name = "partner_id", nullable = false)
  private UUID partnerId;

  @References(value = "partner_accounts", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "account_id")
  private @Nullable UUID accountId;

  @References(value = "customers", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @References(value = "invoices", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "invoice_id")
  private @Nullable UUID invoiceId;

  @References(value = "payment_allocations", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "allocation_id")
  private @Nullable UUID allocationId;

  @References("partner_commission_versions")
  @Column(name = "version_id")
  private @Nullable UUID versionId;

  @References("partner_commission_pools")
  @Column(name = "pool_id")
  private @Nullable UUID poolId;

  @Column(nullable = false)
  private int position;

  @Column(nullable = false, length = 20)
  @Convert(converter = TermsSource.Column.class)
  private TermsSource source;

  @Column(name = "none_reason", length = 30)
  private @Nullable String noneReason;

  @Column(precision = 9, scale = Fraction.DECIMALS)
  private @Nullable BigDecimal rate;

  @Column(nullable = false, length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(name = "invoice_amount", nullable = false)
  private long invoiceAmount;

  @Column(name = "commissionable_amount", nullable = false)
  private long commissionableAmount;

  @Column(name = "base_amount", nullable = false)
  private long baseAmount;

  @Column(nullable = false)
  private long amount;

  @Column(name = "hold_days", nullable = false)
  private int holdDays;

  @Column(name = "ends_at")
  private @Nullable Instant endsAt;

  @Column(name = "decided_at", nullable = false)
  private Instant decidedAt;

  /** For Hibernate. */
  protected CommissionTerms() {}

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Who earns. */
  public UUID partnerId() {
    return partnerId;
  }

  /** On which invoice; {@code null}: gone. */
  public @Nullable UUID invoiceId() {
    return invoiceId;
  }

  /** Place among the terms of the partner for the invoice, from 1. */
  public int position() {
    return position;
  }

  /** What decided. */
  public TermsSource source() {
    return source;
  }

  /** Why nothing is earned; {@code null}: something is. */
  public @Nullable String noneReason() {
    return noneReason;
  }

  /** The version of the rule that decided; {@code null}: no rule did. */
  public @Nullable UUID versionId() {
    return versionId;
  }

  /** The period over which its tiers are counted; {@code null}: the invoice by itself. */
  public @Nullable UUID poolId() {
    return poolId;
  }

  /** The rate of the whole base; {@code null}: there is none. */
  public @Nullable BigDecimal rate() {
    return rate;
  }

  /** Sum of the lines that it is about, without tax. */
  public Money commissionable() {
    return Money.of(commissionableAmount, currency);
  }

  /** How much of that is paid. */
  public Money base() {
    return Money.of(baseAmount, currency);
  }

  /** What is earned by that. */
  public Money amount() {
    return Money.of(amount, currency);
  }

  /** How long what is earned is held. */
  public int holdDays() {
    return holdDays;
  }

  /** First instant at which money earns nothing; {@code null}: never. */
  public @Nullable Instant endsAt() {
    return endsAt;
  }

  /** When it was decided. */
  public Instant decidedAt() {
    return decidedAt;
  }
}
