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
import jakarta.persistence.UniqueConstraint;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A product or a customer that a version of a rule names; never changed. */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_commission_scopes",
    uniqueConstraints =
        @UniqueConstraint(
            columnNames = {"tenant_id", "version_id", "kind", "product_id", "customer_id"}))
public class CommissionScope {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partner_commission_versions")
  @Column(name = "version_id", nullable = false)
  private UUID versionId;

  @Column(nullable = false, length = 20)
  @Convert(converter = ScopeKind.Column.class)
  private ScopeKind kind;

  @References("billing_products")
  @Column(name = "product_id")
  private @Nullable UUID productId;

  @References("customers")
  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  /** For Hibernate. */
  protected CommissionScope() {}

  CommissionScope(CallContext context, UUID versionId, ScopeKind kind, UUID named) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.versionId = versionId;
    this.kind = kind;
    productId = kind == ScopeKind.CUSTOMER ? null : named;
    customerId = kind == ScopeKind.CUSTOMER ? named : null;
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** The version that it belongs to. */
  public UUID versionId() {
    return versionId;
  }

  /** What is said of it. */
  public ScopeKind kind() {
    return kind;
  }

  /** The product or customer that is named. */
  public UUID named() {
    return Objects.requireNonNull(kind == ScopeKind.CUSTOMER ? customerId : productId);
  }
}
