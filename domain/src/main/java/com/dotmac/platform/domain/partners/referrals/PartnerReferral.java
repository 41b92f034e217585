package com.dotmac.platform.domain.partners.referrals;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Money;
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
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A prospect whom a partner named. Changed only through {@link ReferralService}. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_referrals")
public class PartnerReferral {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partners")
  @Column(name = "partner_id", nullable = false, updatable = false)
  private UUID partnerId;

  @Column(nullable = false, length = 20)
  @Convert(converter = ReferralStatus.Column.class)
  private ReferralStatus status;

  @Column(name = "contact_name", nullable = false, length = 200)
  private String contactName;

  @Column(nullable = false, length = 254)
  private String email;

  @Column(name = "email_domain", nullable = false, length = 254)
  private String emailDomain;

  @Column(name = "company_name", length = 255)
  private @Nullable String companyName;

  @Column(length = 30)
  private @Nullable String phone;

  @Column(name = "estimated_amount")
  private @Nullable Long estimatedAmount;

  @Column(name = "estimated_currency", length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private @Nullable String estimatedCurrency;

  @Column(length = 100)
  private @Nullable String source;

  @Column(length = 2000)
  private @Nullable String notes;

  @Column(name = "submitted_at", nullable = false, updatable = false)
  private Instant submittedAt;

  @Column(name = "protected_until", nullable = false, updatable = false)
  private Instant protectedUntil;

  @Column(name = "contacted_at")
  private @Nullable Instant contactedAt;

  @Column(name = "qualified_at")
  private @Nullable Instant qualifiedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "close_reason", length = 500)
  private @Nullable String closeReason;

  @References(value = "customers", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @References(value = "partner_accounts", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "account_id")
  private @Nullable UUID accountId;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PartnerReferral() {}

  PartnerReferral(
      CallContext context, UUID partnerId, ReferralDetails details, Instant protectedUntil) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.partnerId = partnerId;
    status = ReferralStatus.NEW;
    submittedAt = context.at();
    this.protectedUntil = protectedUntil;
    change(details, context.at());
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Who named the prospect. */
  public UUID partnerId() {
    return partnerId;
  }

  /** Where it stands. */
  public ReferralStatus status() {
    return status;
  }

  /** What is said of the prospect. */
  public ReferralDetails details() {
    Money estimate =
        estimatedAmount == null || estimatedCurrency == null
            ? null
            : new Money(estimatedAmount, Currency.getInstance(estimatedCurrency));
    return new ReferralDetails(contactName, email, companyName, phone, estimate, source, notes);
  }

  /** When it was named. */
  public Instant submittedAt() {
    return submittedAt;
  }

  /** Before this instant nobody else can name the same prospect. */
  public Instant protectedUntil() {
    return protectedUntil;
  }

  /** When somebody had spoken to the prospect; {@code null}: not yet. */
  public @Nullable Instant contactedAt() {
    return contactedAt;
  }

  /** When the prospect was found to fit; {@code null}: not yet. */
  public @Nullable Instant qualifiedAt() {
    return qualifiedAt;
  }

  /** When it ended; {@code null}: it is open. */
  public @Nullable Instant closedAt() {
    return closedAt;
  }

  /** Why it ended; {@code null}: nobody said, or it is open. */
  public @Nullable String closeReason() {
    return closeReason;
  }

  /** The customer that came of it; {@code null}: none. */
  public @Nullable UUID customerId() {
    return customerId;
  }

  /** The account that came of it; {@code null}: none. */
  public @Nullable UUID accountId() {
    return accountId;
  }

  /** When it was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  final void change(ReferralDetails details, Instant at) {
    Money estimate = details.estimate();
    contactName = details.contactName();
    email = details.email();
    emailDomain = details.domain();
    companyName = details.companyName();
    phone = details.phone();
    estimatedAmount = estimate == null ? null : estimate.minor();
    estimatedCurrency = estimate == null ? null : estimate.currency().getCurrencyCode();
    source = details.source();
    notes = details.notes();
    updatedAt = at;
  }

  void become(ReferralStatus next, CallContext context) {
    ReferralStates.check(status, next);
    status = next;
    updatedAt = context.at();
    switch (next) {
      case CONTACTED -> contactedAt = context.at();
      case QUALIFIED -> qualifiedAt = context.at();
      default -> {
        closedAt = context.at();
        closeReason = context.reason();
      }
    }
  }

  void leadsTo(UUID customer, UUID account) {
    customerId = customer;
    accountId = account;
  }

  /** What the audit trail keeps of a referral. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("partnerId", partnerId.toString());
    state.put("status", status.code());
    state.put("contactName", contactName);
    state.put("email", email);
    state.put("companyName", companyName);
    state.put("phone", phone);
    state.put("estimatedAmount", estimatedAmount);
    state.put("estimatedCurrency", estimatedCurrency);
    state.put("source", source);
    state.put("notes", notes);
    state.put("closeReason", closeReason);
    state.put("customerId", customerId == null ? null : customerId.toString());
    state.put("accountId", accountId == null ? null : accountId.toString());
    return state;
  }
}
