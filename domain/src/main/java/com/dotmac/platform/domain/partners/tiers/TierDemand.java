package com.dotmac.platform.domain.partners.tiers;

import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a tier asks for, as it is kept. Belongs to the {@linkplain TierSettings settings}, whose
 * version guards it.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_tier_thresholds")
public class TierDemand {

  // Hibernate converts no identifiers.
  private static final PartnerTier.Column TIER = new PartnerTier.Column();

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false, length = 20)
  private String tier;

  @Column(name = "collected_amount")
  private @Nullable Long collectedAmount;

  @Column private @Nullable Integer customers;

  /** For Hibernate. */
  protected TierDemand() {}

  TierDemand(CallContext context, TierThreshold threshold) {
    tenantId = context.scope().tenantId();
    tier = threshold.tier().code();
    become(threshold);
  }

  /** What it asks for. */
  public TierThreshold threshold() {
    return new TierThreshold(
        Objects.requireNonNull(TIER.convertToEntityAttribute(tier)), collectedAmount, customers);
  }

  final void become(TierThreshold threshold) {
    collectedAmount = threshold.collectedAmount();
    customers = threshold.customers();
  }
}
