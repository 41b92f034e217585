package com.dotmac.platform.domain.partners.onboarding;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * That a company applies to become a partner. Changed only through {@link
 * PartnerApplicationService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_applications")
public class PartnerApplication {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(name = "company_name", nullable = false, length = 255, updatable = false)
  private String companyName;

  @Column(name = "contact_name", nullable = false, length = 200, updatable = false)
  private String contactName;

  @Column(nullable = false, length = 254, updatable = false)
  private String email;

  @Column(length = 30, updatable = false)
  private @Nullable String phone;

  @Column(length = 255, updatable = false)
  private @Nullable String website;

  @Column(length = 2000, updatable = false)
  private @Nullable String description;

  @Column(name = "expected_monthly_referrals", updatable = false)
  private @Nullable Integer expectedMonthlyReferrals;

  @Column(nullable = false, length = 20)
  @Convert(converter = PartnerApplicationStatus.Column.class)
  private PartnerApplicationStatus status;

  @Column(name = "decision_reason", length = 500)
  private @Nullable String decisionReason;

  @References("partners")
  @Column(name = "partner_id")
  private @Nullable UUID partnerId;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PartnerApplication() {}

  PartnerApplication(CallContext context, PartnerApplicationDetails details) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    companyName = details.companyName();
    contactName = details.contactName();
    email = details.email();
    phone = details.phone();
    website = details.website();
    description = details.description();
    expectedMonthlyReferrals = details.expectedMonthlyReferrals();
    status = PartnerApplicationStatus.PENDING;
    createdAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** What the company says. */
  public PartnerApplicationDetails details() {
    return new PartnerApplicationDetails(
        companyName, contactName, email, phone, website, description, expectedMonthlyReferrals);
  }

  /** Where it stands. */
  public PartnerApplicationStatus status() {
    return status;
  }

  /** Why it was decided so; {@code null}: nobody said, or it waits. */
  public @Nullable String decisionReason() {
    return decisionReason;
  }

  /** The partner that came of it; {@code null}: none. */
  public @Nullable UUID partnerId() {
    return partnerId;
  }

  /** When it came in. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was decided; {@code null}: it waits. */
  public @Nullable Instant decidedAt() {
    return decidedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  void approve(UUID partner, CallContext context) {
    partnerId = partner;
    decide(PartnerApplicationStatus.APPROVED, context);
  }

  void reject(CallContext context) {
    decide(PartnerApplicationStatus.REJECTED, context);
  }

  private void decide(PartnerApplicationStatus decision, CallContext context) {
    status = decision;
    decisionReason = context.reason();
    decidedAt = context.at();
  }

  /** What the audit trail keeps of an application. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("companyName", companyName);
    state.put("contactName", contactName);
    state.put("email", email);
    state.put("status", status.code());
    state.put("decisionReason", decisionReason);
    state.put("partnerId", partnerId == null ? null : partnerId.toString());
    return state;
  }
}
