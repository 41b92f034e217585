package com.dotmac.platform.domain.identity.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Attempts to sign in with one address since the last one that succeeded. */
@Entity
@Table(name = "sign_in_attempts")
public class SignInAttempts {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(name = "email_digest", nullable = false, length = 64)
  private String emailDigest;

  @Column(nullable = false)
  private int failures;

  @Column(name = "locked_until")
  private @Nullable Instant lockedUntil;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected SignInAttempts() {}

  /**
   * Counts an attempt before it is known how it ends: as a failure, until it has succeeded. So ever
   * so many at once are not more than as many one after the other.
   *
   * @return whether it may be made at all; if not, nothing is counted
   */
  boolean begin(Instant at) {
    if (!expiresAt.isAfter(at)) {
      failures = 0;
      lockedUntil = null;
    }
    if (lockedUntil != null && lockedUntil.isAfter(at)) {
      return false;
    }
    failures++;
    Duration wait = LockoutPolicy.after(failures);
    lockedUntil = wait.isZero() ? null : at.plus(wait);
    expiresAt = at.plus(LockoutPolicy.MEMORY);
    return true;
  }
}
