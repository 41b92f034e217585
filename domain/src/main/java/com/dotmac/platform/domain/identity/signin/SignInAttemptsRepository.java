package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.shared.EmailAddress;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** The queries over {@code sign_in_attempts}. */
final class SignInAttemptsRepository {

  /** Each attempt takes up to two expired rows with it, so that the table needs no other broom. */
  private static final String PREPARE =
      """
      WITH old AS (
        SELECT email_digest FROM sign_in_attempts
        WHERE tenant_id = :tenant AND expires_at <= :now AND email_digest <> :digest
        ORDER BY expires_at LIMIT 2 FOR UPDATE SKIP LOCKED
      ), gone AS (
        DELETE FROM sign_in_attempts a USING old WHERE a.tenant_id = :tenant AND a.email_digest = old.email_digest
      )
      INSERT INTO sign_in_attempts (tenant_id, email_digest, failures, expires_at, version)
      VALUES (:tenant, :digest, 0, :now, 0) ON CONFLICT DO NOTHING\
      """;

  private final TenantSessions sessions;

  SignInAttemptsRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  /** The row of an address, made if there is none, held until the transaction ends. */
  SignInAttempts hold(TenantScope scope, String email, Instant now) {
    String digest = digest(email);
    sessions
        .of(scope)
        .createNativeMutationQuery(PREPARE)
        .setParameter("tenant", scope.tenantId())
        .setParameter("digest", digest)
        .setParameter("now", now)
        .executeUpdate();
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from SignInAttempts where emailDigest = :digest", SignInAttempts.class)
        .setParameter("digest", digest)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResult();
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }

  void forget(TenantScope scope, String email) {
    sessions
        .of(scope)
        .createMutationQuery("delete from SignInAttempts where emailDigest = :digest")
        .setParameter("digest", digest(email))
        .executeUpdate();
  }

  private static String digest(String email) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(EmailAddress.required(email).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
