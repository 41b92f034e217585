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
import java.security.MessageDigest;
import java.time.Duration;
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

/** A credential of a program. Holds a digest of the secret, never the secret. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "api_keys",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "prefix"}))
public class ApiKey {

  private static final Duration BETWEEN_NOTES_OF_USE = Duration.ofMinutes(5);

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(nullable = false, length = 16, updatable = false)
  private String prefix;

  @Column(name = "secret_digest", nullable = false, updatable = false)
  private byte[] secretDigest;

  @Column(nullable = false, length = 50)
  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> permissions;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "last_used_at", insertable = false, updatable = false)
  private @Nullable Instant lastUsedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected ApiKey() {}

  ApiKey(
      CallContext context,
      String name,
      ApiKeyToken token,
      Set<Permission> permissions,
      @Nullable Instant expiresAt) {
    tenantId = token.tenantId();
    id = Identifiers.next(context.at());
    this.name = name;
    prefix = token.prefix();
    secretDigest = token.digest();
    this.permissions = permissions.stream().map(Coded::code).sorted().toList();
    createdAt = context.at();
    this.expiresAt = expiresAt;
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Name that its holder gave it. */
  public String name() {
    return name;
  }

  /** Public part of the key. */
  public String prefix() {
    return prefix;
  }

  /** What the key may do; names that this version does not know are left out. */
  public Set<Permission> permissions() {
    return Permission.known(permissions);
  }

  /** From when on the key is refused; {@code null}: never. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** When the key was issued. */
  public Instant createdAt() {
    return createdAt;
  }

  /** From when on the key was refused by hand; {@code null}: not revoked. */
  public @Nullable Instant revokedAt() {
    return revokedAt;
  }

  /** A use, at most five minutes before the latest; {@code null}: never used. */
  public @Nullable Instant lastUsedAt() {
    return lastUsedAt;
  }

  /** Grows by one with each change; a use is none. */
  public int version() {
    return version;
  }

  /**
   * Whether the key opens something.
   *
   * @param at instant that the answer is about
   */
  public ApiKeyStatus status(Instant at) {
    if (!isBefore(at, revokedAt)) {
      return ApiKeyStatus.REVOKED;
    }
    return isBefore(at, expiresAt) ? ApiKeyStatus.ACTIVE : ApiKeyStatus.EXPIRED;
  }

  /** Compares the secret in a time that does not depend on where the two differ. */
  boolean opensWith(ApiKeyToken token) {
    return MessageDigest.isEqual(secretDigest, token.digest());
  }

  /** Whether the key is neither revoked nor expired. */
  boolean validAt(Instant instant) {
    return status(instant) == ApiKeyStatus.ACTIVE;
  }

  /** Whether the key lives at least as long as an instant; {@code null}: for ever. */
  boolean livesUntil(@Nullable Instant instant) {
    return expiresAt == null || (instant != null && !instant.isAfter(expiresAt));
  }

  /** Whether a use at this instant is worth writing down. */
  boolean usedLongBefore(Instant instant) {
    return lastUsedAt == null || !lastUsedAt.plus(BETWEEN_NOTES_OF_USE).isAfter(instant);
  }

  /** Leaves the key so much time; no time revokes it, and it never gets more than it had. */
  void endAfter(Duration overlap, Instant at) {
    Instant end = at.plus(overlap);
    if (overlap.isZero()) {
      revoke(at);
    } else if (livesUntil(end)) {
      expiresAt = end;
    }
  }

  void revoke(Instant at) {
    revokedAt = at;
  }

  /** What the audit trail keeps of a key. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("name", name);
    state.put("prefix", prefix);
    state.put("permissions", List.copyOf(permissions));
    state.put("expiresAt", text(expiresAt));
    state.put("revokedAt", text(revokedAt));
    return state;
  }

  private static boolean isBefore(Instant instant, @Nullable Instant end) {
    return end == null || instant.isBefore(end);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
