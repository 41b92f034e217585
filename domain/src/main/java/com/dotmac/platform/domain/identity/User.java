package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.Actor;
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

/** A person of a tenant. Changed only through {@link UserService}. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
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

  @Column(name = "email_verified_at")
  private @Nullable Instant emailVerifiedAt;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected User() {}

  User(CallContext context, UserDetails details) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    email = details.email();
    displayName = details.displayName();
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

  /** What people say of the user. */
  public UserDetails details() {
    return new UserDetails(email, displayName);
  }

  /** The user as somebody who acts. */
  public Actor actor() {
    return new Actor(Actor.Kind.USER, id, displayName);
  }

  /** When the user showed that the address is his; {@code null}: not yet. */
  public @Nullable Instant emailVerifiedAt() {
    return emailVerifiedAt;
  }

  /** When the user was registered. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the user, or which roles he has, was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change of the user or of his roles. */
  public int version() {
    return version;
  }

  boolean isActive() {
    return status == UserStatus.ACTIVE;
  }

  /** Another address is one that nobody has shown to be his. */
  void change(UserDetails details, Instant at) {
    if (!details.email().equals(email)) {
      emailVerifiedAt = null;
    }
    email = details.email();
    displayName = details.displayName();
    updatedAt = at;
  }

  void verifyEmail(Instant at) {
    emailVerifiedAt = at;
    updatedAt = at;
  }

  void become(UserStatus wanted, Instant at) {
    status = wanted;
    updatedAt = at;
  }

  /** Moves the version on, for a change of what belongs to the user and stands in other rows. */
  void touch(Instant at) {
    updatedAt = at;
  }

  /** What the audit trail keeps of a user. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("email", email);
    state.put("displayName", displayName);
    state.put("status", status.code());
    state.put("emailVerifiedAt", emailVerifiedAt == null ? null : emailVerifiedAt.toString());
    return state;
  }
}
