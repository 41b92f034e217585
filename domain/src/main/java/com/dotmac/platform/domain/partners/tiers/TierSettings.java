package com.dotmac.platform.domain.partners.tiers;

import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;

/**
 * How a tenant has tiers reckoned, once it was settled: one row of the tenant, whose key is the
 * tenant. Changed only through {@link TierProgramService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_tier_programs")
public class TierSettings {

  @Id
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Column(nullable = false, length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(name = "window_months", nullable = false)
  private int windowMonths;

  @Column(nullable = false)
  private boolean automatic;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected TierSettings() {}

  /** Begins with version 1: 0 is that of settings that were never made. */
  TierSettings(CallContext context, TierProgram program) {
    tenantId = context.scope().tenantId();
    updatedAt = context.at();
    version = 1;
    settle(program, context.at());
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  /**
   * What counts.
   *
   * @param thresholds what is kept beside the row
   */
  TierProgram program(List<TierThreshold> thresholds) {
    return new TierProgram(Currency.getInstance(currency), windowMonths, automatic, thresholds);
  }

  /** Always a change, also twice at one instant or of what is kept beside the row alone. */
  final void settle(TierProgram program, Instant at) {
    currency = program.currency().getCurrencyCode();
    windowMonths = program.windowMonths();
    automatic = program.automatic();
    updatedAt = at.isAfter(updatedAt) ? at : updatedAt.plusNanos(1000);
  }
}
