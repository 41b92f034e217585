package com.dotmac.platform.domain.billing.catalog;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A group of products, for people and reports. Changed only through {@link CategoryService}. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "billing_product_categories",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "code"}))
public class ProductCategory extends CatalogItem {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 50, updatable = false)
  private String code;

  @Column(nullable = false, length = 255)
  private String name;

  @Column(nullable = false, length = 20)
  @Convert(converter = CatalogStatus.Column.class)
  private CatalogStatus status;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected ProductCategory() {}

  ProductCategory(CallContext context, String code, String name) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.code = code;
    status = CatalogStatus.ACTIVE;
    createdAt = context.at();
    rename(name, context.at());
  }

  @Override
  public UUID id() {
    return id;
  }

  /** What systems call it; unique among the tenant's, and never changed. */
  public String code() {
    return code;
  }

  @Override
  public CatalogStatus status() {
    return status;
  }

  /** When the category was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the category was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  @Override
  public int version() {
    return version;
  }

  /** Name for people. */
  public String name() {
    return name;
  }

  final void rename(String name, Instant at) {
    this.name = name;
    updatedAt = at;
  }

  @Override
  void archive(Instant at) {
    status = CatalogStatus.ARCHIVED;
    updatedAt = at;
  }

  @Override
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("code", code);
    state.put("name", name);
    state.put("status", status.code());
    return state;
  }
}
