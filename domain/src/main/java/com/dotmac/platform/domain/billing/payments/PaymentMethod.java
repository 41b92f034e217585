package com.dotmac.platform.domain.billing.payments;

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
 * A way in which a customer pays. Of what a provider keeps, such as a card, only his token is known
 * here. Changed only through {@link PaymentMethodService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "payment_methods")
public class PaymentMethod {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("customers")
  @Column(name = "customer_id", nullable = false, updatable = false)
  private UUID customerId;

  @Column(nullable = false, length = 20, updatable = false)
  @Convert(converter = PaymentKind.Column.class)
  private PaymentKind kind;

  @Column(nullable = false, length = 100)
  private String label;

  @Column(nullable = false, length = 50, updatable = false)
  private String provider;

  @Column(name = "provider_reference", length = 255, updatable = false)
  private @Nullable String providerReference;

  @Column(nullable = false, length = 20)
  @Convert(converter = PaymentMethodStatus.Column.class)
  private PaymentMethodStatus status;

  @Column(name = "is_default", nullable = false)
  private boolean isDefault;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PaymentMethod() {}

  PaymentMethod(CallContext context, UUID customerId, PaymentMethodDraft draft) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.customerId = customerId;
    kind = draft.kind();
    label = draft.label();
    provider = draft.provider();
    providerReference = draft.providerReference();
    status = PaymentMethodStatus.ACTIVE;
    isDefault = draft.isDefault();
    createdAt = context.at();
    updatedAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Who pays with it. */
  public UUID customerId() {
    return customerId;
  }

  /** By what means money comes. */
  public PaymentKind kind() {
    return kind;
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /** Who draws the money, {@code manual} where nobody does. */
  public String provider() {
    return provider;
  }

  /** What the provider calls it; {@code null}: nothing. */
  public @Nullable String providerReference() {
    return providerReference;
  }

  /** Whether it can be used. */
  public PaymentMethodStatus status() {
    return status;
  }

  /** Whether it is the customer's default. */
  public boolean isDefault() {
    return isDefault;
  }

  /** When it was added. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  void change(String newLabel, boolean newDefault, Instant at) {
    label = newLabel;
    isDefault = newDefault;
    updatedAt = at;
  }

  void remove(Instant at) {
    status = PaymentMethodStatus.REMOVED;
    isDefault = false;
    updatedAt = at;
  }

  /** What the audit trail keeps of a method; a token is the provider's secret and not in it. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("customerId", customerId.toString());
    state.put("kind", kind.code());
    state.put("label", label);
    state.put("provider", provider);
    state.put("status", status.code());
    state.put("isDefault", isDefault);
    return state;
  }
}
