package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Fraction;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A company that brings customers and earns commission. Changed only through {@link
 * PartnerService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partners",
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"tenant_id", "external_id"}),
      @UniqueConstraint(columnNames = {"tenant_id", "number"})
    })
public class Partner {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 20, updatable = false)
  private String number;

  @Column(name = "company_name", nullable = false, length = 255)
  private String companyName;

  @Column(name = "legal_name", length = 255)
  private @Nullable String legalName;

  @Column(length = 255)
  private @Nullable String website;

  @Column(nullable = false, length = 20)
  @Convert(converter = PartnerStatus.Column.class)
  private PartnerStatus status;

  @Column(nullable = false, length = 20)
  @Convert(converter = PartnerTier.Column.class)
  private PartnerTier tier;

  @Column(name = "commission_model", nullable = false, length = 20)
  @Convert(converter = CommissionModel.Column.class)
  private CommissionModel commissionModel;

  @Column(name = "default_commission_rate", precision = 9, scale = Fraction.DECIMALS)
  private @Nullable BigDecimal defaultCommissionRate;

  @Column(name = "primary_email", nullable = false, length = 254)
  private String primaryEmail;

  @Column(name = "billing_email", length = 254)
  private @Nullable String billingEmail;

  @Column(length = 30)
  private @Nullable String phone;

  @Column(length = 2)
  @JdbcTypeCode(SqlTypes.CHAR)
  private @Nullable String country;

  @Column(name = "external_id", length = 100)
  private @Nullable String externalId;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, String> metadata;

  @Column(name = "tier_pinned_at")
  private @Nullable Instant tierPinnedAt;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected Partner() {}

  Partner(CallContext context, String number, PartnerDetails details) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.number = number;
    status = PartnerStatus.PENDING;
    createdAt = context.at();
    change(details, context.at());
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Number for people, {@code PTR-000042}. */
  public String number() {
    return number;
  }

  /** Where the partner stands in his life. */
  public PartnerStatus status() {
    return status;
  }

  /** What people say of the partner. */
  public PartnerDetails details() {
    return new PartnerDetails(
        companyName,
        legalName,
        website,
        tier,
        commissionModel,
        defaultCommissionRate,
        primaryEmail,
        billingEmail,
        phone,
        country,
        externalId,
        metadata);
  }

  /** Since when only people change his tier; {@code null}: his numbers do. */
  public @Nullable Instant tierPinnedAt() {
    return tierPinnedAt;
  }

  /** When the partner was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the partner was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  final void change(PartnerDetails details, Instant at) {
    companyName = details.companyName();
    legalName = details.legalName();
    website = details.website();
    tier = details.tier();
    commissionModel = details.commissionModel();
    defaultCommissionRate = details.defaultCommissionRate();
    primaryEmail = details.primaryEmail();
    billingEmail = details.billingEmail();
    phone = details.phone();
    country = details.country();
    externalId = details.externalId();
    metadata = details.metadata();
    updatedAt = at;
  }

  void become(PartnerStatus next, Instant at) {
    PartnerStates.check(status, next);
    status = next;
    updatedAt = at;
  }

  /** Lets only people change his tier, or no longer. */
  void pinTier(@Nullable Instant since, Instant at) {
    tierPinnedAt = since;
    updatedAt = at;
  }

  /** What the audit trail keeps of a partner. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("number", number);
    state.put("companyName", companyName);
    state.put("legalName", legalName);
    state.put("website", website);
    state.put("status", status.code());
    state.put("tier", tier.code());
    state.put("tierPinnedAt", tierPinnedAt == null ? null : tierPinnedAt.toString());
    state.put("commissionModel", commissionModel.code());
    state.put("defaultCommissionRate", Fraction.text(defaultCommissionRate));
    state.put("primaryEmail", primaryEmail);
    state.put("billingEmail", billingEmail);
    state.put("phone", phone);
    state.put("country", country);
    state.put("externalId", externalId);
    state.put("metadata", metadata);
    return state;
  }
}
