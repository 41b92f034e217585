package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** What a partner sold under one version of a rule in one period, to be read. */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_commission_pools",
    uniqueConstraints =
        @UniqueConstraint(
            columnNames = {"tenant_id", "partner_id", "version_id", "currency", "from_at"}))
public class CommissionPool {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partners")
  @Column(name = "partner_id", nullable = false)
  private UUID partnerId;

  @References("partner_commission_versions")
  @Column(name = "version_id", nullable = false)
  private UUID versionId;

  @Column(nullable = false, length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(name = "from_at", nullable = false)
  private Instant from;

  @Column(name = "to_at", nullable = false)
  private Instant to;

  @Column(name = "base_amount", nullable = false)
  private long baseAmount;

  @Column(nullable = false)
  private long amount;

  /** For Hibernate. */
  protected CommissionPool() {}

  /** First instant of the period. */
  public Instant from() {
    return from;
  }

  /** First instant after it. */
  public Instant to() {
    return to;
  }

  /** What was sold without tax and is paid. */
  public Money base() {
    return Money.of(baseAmount, currency);
  }

  /** What is earned by it. */
  public Money amount() {
    return Money.of(amount, currency);
  }
}
