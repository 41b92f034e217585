package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.Coded;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A role that a tenant made for itself. Changed only through {@link RoleService}. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "roles", uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "name"}))
public class Role {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(nullable = false, length = 50)
  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> permissions;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected Role() {}

  Role(CallContext context, RoleDetails details) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    createdAt = context.at();
    change(details, context.at());
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** What the tenant says of the role; permissions that this version does not know are left out. */
  public RoleDetails details() {
    return new RoleDetails(name, permissions());
  }

  /** What whoever has the role may do. */
  Set<Permission> permissions() {
    return Permission.known(permissions);
  }

  /** When the role was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the role was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  final void change(RoleDetails details, Instant at) {
    name = details.name();
    permissions = details.permissions().stream().map(Coded::code).sorted().toList();
    updatedAt = at;
  }

  /** What the audit trail keeps of a role. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("name", name);
    state.put("permissions", List.copyOf(permissions));
    return state;
  }
}
