package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Fraction;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A customer whom a partner looks after, from {@code startedAt} on and before {@code endedAt}. At
 * any instant a customer is looked after by at most one partner. Changed only through {@link
 * PartnerAccountService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_accounts")
public class PartnerAccount {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partners")
  @Column(name = "partner_id", nullable = false, updatable = false)
  private UUID partnerId;

  @References("customers")
  @Column(name = "customer_id", nullable = false, updatable = false)
  private UUID customerId;

  @Column(name = "engagement_type", nullable = false, length = 50)
  private String engagementType;

  @Column(name = "custom_commission_rate", precision = 9, scale = Fraction.DECIMALS)
  private @Nullable BigDecimal customCommissionRate;

  @Column(length = 2000)
  private @Nullable String notes;

  @Column(name = "started_at", nullable = false, updatable = false)
  private Instant startedAt;

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
  protected PartnerAccount() {}

  PartnerAccount(
      CallContext context, UUID partnerId, UUID customerId, PartnerAccountDetails details) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.partnerId = partnerId;
    this.customerId = customerId;
    startedAt = context.at();
    createdAt = context.at();
    change(details, context.at());
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Who looks after the customer. */
  public UUID partnerId() {
    return partnerId;
  }

  /** Who is looked after. */
  public UUID customerId() {
    return customerId;
  }

  /** What is said of the engagement. */
  public PartnerAccountDetails details() {
    return new PartnerAccountDetails(engagementType, customCommissionRate, notes);
  }

  /** First instant of the engagement. */
  public Instant startedAt() {
    return startedAt;
  }

  /** First instant after the engagement; {@code null}: still runs. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }

  /** Whether the engagement runs at an instant. */
  public boolean covers(Instant at) {
    return !at.isBefore(startedAt) && (endedAt == null || at.isBefore(endedAt));
  }

  /** When the account was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  final void change(PartnerAccountDetails details, Instant at) {
    engagementType = details.engagementType();
    customCommissionRate = details.customCommissionRate();
    notes = details.notes();
    updatedAt = at;
  }

  /**
   * Ends the engagement at the instant of the call, at the earliest one microsecond after it began.
   */
  void endAndRecord(CallContext context, AuditTrail audit) {
    var before = auditState();
    Instant earliest = startedAt.plusNanos(1000);
    endedAt = context.at().isBefore(earliest) ? earliest : context.at();
    updatedAt = context.at();
    audit.record(context, "partner_account.ended", id, before, auditState());
  }

  /** What the audit trail keeps of an account. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("partnerId", partnerId.toString());
    state.put("customerId", customerId.toString());
    state.put("engagementType", engagementType);
    state.put("customCommissionRate", Fraction.text(customCommissionRate));
    state.put("notes", notes);
    state.put("startedAt", startedAt.toString());
    state.put("endedAt", endedAt == null ? null : endedAt.toString());
    return state;
  }
}
