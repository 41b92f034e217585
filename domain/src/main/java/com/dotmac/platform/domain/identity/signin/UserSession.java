package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.identity.TokenText;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A person who signed in. Lives thirty days, and seven without being refreshed. Holds digests of
 * the one refresh token that is still good, never a token.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "user_sessions")
public class UserSession {

  private static final Duration LIFE = Duration.ofDays(30);
  private static final Duration IDLE = Duration.ofDays(7);
  private static final int LONGEST_AGENT = 200;

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("users")
  @Column(name = "user_id", nullable = false, updatable = false)
  private UUID userId;

  @Column(name = "family_digest", nullable = false, updatable = false)
  private byte[] familyDigest;

  @Column(name = "token_digest", nullable = false)
  private byte[] tokenDigest;

  @Column(name = "user_agent", length = LONGEST_AGENT, updatable = false)
  private @Nullable String userAgent;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "refreshed_at", nullable = false)
  private Instant refreshedAt;

  @Column(name = "idle_at", nullable = false)
  private Instant idleAt;

  @Column(name = "expires_at", nullable = false, updatable = false)
  private Instant expiresAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "end_reason", length = 20)
  @Convert(converter = SessionEnd.Column.class)
  private @Nullable SessionEnd endReason;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected UserSession() {}

  UserSession(CallContext context, UUID userId, RefreshToken first, @Nullable String userAgent) {
    tenantId = context.scope().tenantId();
    id = first.sessionId();
    this.userId = userId;
    familyDigest = TokenText.digest(first.family());
    this.userAgent =
        userAgent == null || userAgent.isBlank()
            ? null
            : userAgent.substring(0, Math.min(userAgent.length(), LONGEST_AGENT));
    createdAt = context.at();
    expiresAt = context.at().plus(LIFE);
    take(first, context.at());
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Who signed in. */
  public UUID userId() {
    return userId;
  }

  /** What the program called itself; {@code null}: nothing. */
  public @Nullable String userAgent() {
    return userAgent;
  }

  /** When the person signed in. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the newest refresh token was given. */
  public Instant refreshedAt() {
    return refreshedAt;
  }

  /** From when on the session is over unless it is refreshed before, and at the latest. */
  public Instant idleAt() {
    return idleAt;
  }

  /** From when on the session is over, whatever is done. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** From when on the session opens nothing; {@code null}: nobody ended it. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  boolean isOpen(Instant at) {
    return endedAt == null && at.isBefore(idleAt) && at.isBefore(expiresAt);
  }

  /** Whether a token was good for this session at some time. */
  boolean isOfFamily(RefreshToken token) {
    return MessageDigest.isEqual(familyDigest, TokenText.digest(token.family()));
  }

  /** Whether a token is the newest. */
  boolean opensWith(RefreshToken token) {
    return MessageDigest.isEqual(tokenDigest, TokenText.digest(token.secret()));
  }

  /** From now on only this token is good. */
  final void take(RefreshToken token, Instant at) {
    tokenDigest = TokenText.digest(token.secret());
    refreshedAt = at;
    Instant idle = at.plus(IDLE);
    idleAt = idle.isBefore(expiresAt) ? idle : expiresAt;
  }

  void end(SessionEnd reason, Instant at) {
    endedAt = at;
    endReason = reason;
  }

  /** What the audit trail keeps of a session. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("userId", userId.toString());
    state.put("userAgent", userAgent);
    state.put("endedAt", endedAt == null ? null : endedAt.toString());
    state.put("endReason", endReason == null ? null : endReason.code());
    return state;
  }
}
