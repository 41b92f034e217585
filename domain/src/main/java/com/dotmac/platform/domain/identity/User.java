package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.EmailAddress;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
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
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A person of a tenant. */
@Entity
@Table(name = "users", uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "email"}))
public class User {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 254)
  private String email;

  @Column(name = "display_name", nullable = false, length = 200)
  private String displayName;

  @Column(nullable = false, length = 20)
  @Convert(converter = UserStatus.Column.class)
  private UserStatus status;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected User() {}

  User(CallContext context, String email, String displayName) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.email = EmailAddress.required(email);
    this.displayName = displayName.strip();
    status = UserStatus.ACTIVE;
    createdAt = context.at();
    updatedAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Address, in lower case; unique in the tenant. */
  public String email() {
    return email;
  }

  /** Name for people. */
  public String displayName() {
    return displayName;
  }

  /** Whether the user takes part. */
  public UserStatus status() {
    return status;
  }

  /** What the audit trail keeps of a user. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("email", email);
    state.put("displayName", displayName);
    state.put("status", status.code());
    return state;
  }
}
