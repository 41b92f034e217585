package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/**
 * How a tenant runs its partner programme, once it was settled: one row of the tenant, whose key is
 * the tenant. Changed only through {@link PartnerSettingsService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_settings")
public class PartnerSettings {

  @Id
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Column(name = "hold_days", nullable = false)
  private int holdDays;

  @Column(name = "automatic_approval", nullable = false)
  private boolean automaticApproval;

  @Column(name = "maker_checker", nullable = false)
  private boolean makerChecker;

  @Column(name = "applications_open", nullable = false)
  private boolean applicationsOpen;

  @Column(name = "protection_days", nullable = false)
  private int protectionDays;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PartnerSettings() {}

  /** Begins with version 1: 0 is that of settings that were never made. */
  PartnerSettings(CallContext context, PartnerPolicy policy) {
    tenantId = context.scope().tenantId();
    updatedAt = context.at();
    version = 1;
    settle(policy, context.at());
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  /**
   * What counts.
   *
   * @param minimums what is kept beside the row
   */
  PartnerPolicy policy(List<Money> minimums) {
    return new PartnerPolicy(
        holdDays, automaticApproval, makerChecker, applicationsOpen, protectionDays, minimums);
  }

  /** Always a change, also twice at one instant or of what is kept beside the row alone. */
  final void settle(PartnerPolicy policy, Instant at) {
    holdDays = policy.holdDays();
    automaticApproval = policy.automaticApproval();
    makerChecker = policy.makerChecker();
    applicationsOpen = policy.applicationsOpen();
    protectionDays = policy.protectionDays();
    updatedAt = at.isAfter(updatedAt) ? at : updatedAt.plusNanos(1000);
  }
}
