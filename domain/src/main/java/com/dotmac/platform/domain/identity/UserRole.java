package com.dotmac.platform.domain.identity;

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
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** That a person has a role: a standard one, or one of the tenant's own. Given and taken. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Immutable
@Table(
    name = "user_roles",
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"tenant_id", "user_id", "standard_role"}),
      @UniqueConstraint(columnNames = {"tenant_id", "user_id", "role_id"})
    })
public class UserRole {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("users")
  @Column(name = "user_id", nullable = false)
  private UUID userId;

  @Column(name = "standard_role", length = 50)
  @Convert(converter = StandardRole.Column.class)
  private @Nullable StandardRole standardRole;

  @References("roles")
  @Column(name = "role_id")
  private @Nullable UUID roleId;

  @Column(name = "granted_at", nullable = false)
  private Instant grantedAt;

  /** For Hibernate. */
  protected UserRole() {}

  private UserRole(
      CallContext context,
      UUID userId,
      @Nullable StandardRole standardRole,
      @Nullable UUID roleId) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.userId = userId;
    this.standardRole = standardRole;
    this.roleId = roleId;
    grantedAt = context.at();
  }

  static UserRole standard(CallContext context, UUID userId, StandardRole role) {
    return new UserRole(context, userId, role, null);
  }

  static UserRole own(CallContext context, UUID userId, UUID roleId) {
    return new UserRole(context, userId, null, roleId);
  }

  UUID userId() {
    return userId;
  }

  /** {@code null}: one of the tenant's own. */
  @Nullable StandardRole standardRole() {
    return standardRole;
  }

  /** {@code null}: a standard one. */
  @Nullable UUID roleId() {
    return roleId;
  }
}
