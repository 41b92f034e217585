package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.Fraction;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;

/** A tier of a version of a rule; never changed. */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_commission_tiers",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "version_id", "from_amount"}))
public class CommissionTier {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partner_commission_versions")
  @Column(name = "version_id", nullable = false)
  private UUID versionId;

  @Column(name = "from_amount", nullable = false)
  private long fromAmount;

  @Column(nullable = false, precision = 9, scale = Fraction.DECIMALS)
  private BigDecimal rate;

  @Column(name = "flat_amount", nullable = false)
  private long flatAmount;

  /** For Hibernate. */
  protected CommissionTier() {}

  CommissionTier(CallContext context, UUID versionId, Tier tier) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.versionId = versionId;
    fromAmount = tier.fromAmount();
    rate = tier.rate();
    flatAmount = tier.flatAmount();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** The version that it belongs to. */
  public UUID versionId() {
    return versionId;
  }

  /** What it says. */
  public Tier tier() {
    return new Tier(fromAmount, rate, flatAmount);
  }
}
