package com.dotmac.platform.domain.idempotency;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import org.hibernate.query.CommonQueryContract;
import org.jspecify.annotations.Nullable;

/** The queries over {@code idempotency_keys}: one round trip before an effect and one after it. */
final class RequestKeyRepository {

  /**
   * The lock is the transaction's and goes with it, also when the application dies. The statement
   * looks at rows as they were before it asked for the lock: who commits in between is found by the
   * primary key when the answer is kept.
   */
  private static final String RESERVE =
      """
      SELECT pg_try_advisory_xact_lock(hashtextextended(:lock, 0)), k.fingerprint, k.status, k.etag, k.location, k.body
      FROM (SELECT 1) AS always LEFT JOIN idempotency_keys k
        ON k.tenant_id = :tenant AND k.credential = :credential AND k.route = :route AND k.key = :key
        AND k.expires_at > :now\
      """;

  /** Each new row takes up to two expired ones with it, so that the table needs no other broom. */
  private static final String KEEP =
      """
      WITH old AS (
        SELECT credential, route, key FROM idempotency_keys
        WHERE tenant_id = :tenant AND expires_at <= :now AND (credential, route, key) <> (:credential, :route, :key)
        ORDER BY expires_at LIMIT 2 FOR UPDATE SKIP LOCKED
      ), gone AS (
        DELETE FROM idempotency_keys k USING old
        WHERE k.tenant_id = :tenant AND k.credential = old.credential AND k.route = old.route AND k.key = old.key
      )
      INSERT INTO idempotency_keys AS k
        (tenant_id, credential, route, key, fingerprint, status, etag, location, body, expires_at)
      VALUES (:tenant, :credential, :route, :key, :fingerprint, :status, :etag, :location, :body, :expires)
      ON CONFLICT (tenant_id, credential, route, key) DO UPDATE
      SET fingerprint = excluded.fingerprint, status = excluded.status, etag = excluded.etag,
        location = excluded.location, body = excluded.body, expires_at = excluded.expires_at
      WHERE k.expires_at <= :now\
      """;

  private final TenantSessions sessions;

  RequestKeyRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * What is known under a key.
   *
   * @param reserved whether this transaction now holds the key
   * @param fingerprint of the request that was answered; {@code null} when none was
   * @param answer what it was answered; {@code null} when none was
   */
  record Found(boolean reserved, @Nullable String fingerprint, @Nullable StoredAnswer answer) {}

  Found reserve(TenantScope scope, RequestKey key, Instant now) {
    var query = sessions.of(scope).createNativeQuery(RESERVE, Object[].class);
    bind(query, scope, key, now);
    query.setParameter(
        "lock",
        String.join("\n", scope.tenantId().toString(), key.credential(), key.route(), key.key()));
    Object[] row = query.getSingleResult();
    StoredAnswer answer =
        row[2] == null
            ? null
            : new StoredAnswer(
                ((Number) row[2]).intValue(), (String) row[3], (String) row[4], (String) row[5]);
    return new Found((Boolean) row[0], (String) row[1], answer);
  }

  /** Whether the row is there now; it is not if somebody else's is. */
  boolean keep(
      TenantScope scope, RequestKey key, StoredAnswer answer, Instant now, Instant expires) {
    var statement = sessions.of(scope).createNativeMutationQuery(KEEP);
    bind(statement, scope, key, now);
    statement.setParameter("fingerprint", key.fingerprint());
    statement.setParameter("status", answer.status());
    statement.setParameter("etag", answer.etag(), String.class);
    statement.setParameter("location", answer.location(), String.class);
    statement.setParameter("body", answer.body(), String.class);
    statement.setParameter("expires", expires);
    return statement.executeUpdate() == 1;
  }

  private static void bind(
      CommonQueryContract query, TenantScope scope, RequestKey key, Instant now) {
    query.setParameter("tenant", scope.tenantId());
    query.setParameter("credential", key.credential());
    query.setParameter("route", key.route());
    query.setParameter("key", key.key());
    query.setParameter("now", now);
  }
}
