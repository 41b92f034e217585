package com.dotmac.platform.domain.partners.rules;

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
 * A rule by which partners earn. Here is what it is called, whom it is for, and how strong it is;
 * what it says is in its {@linkplain CommissionVersion versions}. Changed only through {@link
 * CommissionService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_commissions")
public class Commission {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partners")
  @Column(name = "partner_id", updatable = false)
  private @Nullable UUID partnerId;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(nullable = false)
  private int priority;

  @Column(nullable = false, length = 20)
  @Convert(converter = RuleStatus.Column.class)
  private RuleStatus status;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected Commission() {}

  Commission(CallContext context, @Nullable UUID partnerId, CommissionDetails details) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.partnerId = partnerId;
    status = RuleStatus.ACTIVE;
    createdAt = context.at();
    change(details, context.at());
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Whom the rule is for; {@code null}: all partners. */
  public @Nullable UUID partnerId() {
    return partnerId;
  }

  /** What it is called, and how strong it is. */
  public CommissionDetails details() {
    return new CommissionDetails(name, priority);
  }

  /** Whether it decides about anything new. */
  public RuleStatus status() {
    return status;
  }

  /** When the rule was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the rule was last changed, or got another version. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change, and with each version of what it says. */
  public int version() {
    return version;
  }

  final void change(CommissionDetails details, Instant at) {
    name = details.name();
    priority = details.priority();
    updatedAt = at;
  }

  void archive(Instant at) {
    status = RuleStatus.ARCHIVED;
    updatedAt = at;
  }

  /** Notes that what it says was said anew; always a change, also twice at one instant. */
  void sayAnew(Instant at) {
    updatedAt = at.isAfter(updatedAt) ? at : updatedAt.plusNanos(1000);
  }

  /** What the audit trail keeps of a rule, without its versions. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("partnerId", partnerId == null ? null : partnerId.toString());
    state.put("name", name);
    state.put("priority", priority);
    state.put("status", status.code());
    return state;
  }
}
