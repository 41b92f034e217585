package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.shared.EmailAddress;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.hibernate.query.MutationQuery;

/** The queries over {@code sign_in_attempts}: the same three for every attempt. */
final class AttemptsRepository {

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
      INSERT INTO sign_in_attempts (tenant_id, email_digest, failures, expires_at)
      VALUES (:tenant, :digest, 0, :now)
      ON CONFLICT (tenant_id, email_digest) DO UPDATE SET failures = sign_in_attempts.failures\
      """;

  private static final String HOLD =
      """
      SELECT failures, locked_until, expires_at FROM sign_in_attempts
      WHERE tenant_id = :tenant AND email_digest = :digest FOR UPDATE\
      """;

  private static final String KEEP =
      """
      UPDATE sign_in_attempts SET failures = :failures, locked_until = :locked, expires_at = :expires
      WHERE tenant_id = :tenant AND email_digest = :digest\
      """;

  private static final String FORGET =
      "DELETE FROM sign_in_attempts WHERE tenant_id = :tenant AND email_digest = :digest";

  private final TenantSessions sessions;

  AttemptsRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  /** Those with an address; none, if nobody tried. Held until the transaction ends. */
  Attempts hold(TenantScope scope, String email, Instant now) {
    mutation(scope, PREPARE, email).setParameter("now", now).executeUpdate();
    Object[] row =
        sessions
            .of(scope)
            .createNativeQuery(HOLD, Object[].class)
            .addScalar("failures", Integer.class)
            .addScalar("locked_until", Instant.class)
            .addScalar("expires_at", Instant.class)
            .setParameter("tenant", scope.tenantId())
            .setParameter("digest", digest(email))
            .getSingleResult();
    return new Attempts((Integer) row[0], (Instant) row[1], (Instant) row[2]);
  }

  void keep(TenantScope scope, String email, Attempts attempts) {
    mutation(scope, KEEP, email)
        .setParameter("failures", attempts.failures())
        .setParameter("locked", attempts.lockedUntil(), Instant.class)
        .setParameter("expires", attempts.expiresAt())
        .executeUpdate();
  }

  void forget(TenantScope scope, String email) {
    mutation(scope, FORGET, email).executeUpdate();
  }

  private MutationQuery mutation(TenantScope scope, String sql, String email) {
    return sessions
        .of(scope)
        .createNativeMutationQuery(sql)
        .setParameter("tenant", scope.tenantId())
        .setParameter("digest", digest(email));
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
