package com.dotmac.platform.domain.idempotency;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The queries over {@code idempotency_keys}: one round trip before an effect and one after it. */
final class RequestKeyRepository {

  /**
   * The lock is the transaction's and goes with it, also when the application dies. Two statements
   * in one message, and not one statement: a statement looks at rows as they were when it began, so
   * one that asked for the lock as well would miss the answer of whoever let go of it meanwhile.
   */
  private static final String RESERVE =
      """
      SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0));
      SELECT fingerprint, status, etag, location, body FROM idempotency_keys
      WHERE tenant_id = ? AND credential = ? AND route = ? AND key = ? AND expires_at > ?\
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
    return sessions
        .of(scope)
        .doReturningWork(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(RESERVE)) {
                statement.setString(1, lock(scope, key));
                statement.setObject(2, scope.tenantId());
                statement.setString(3, key.credential());
                statement.setString(4, key.route());
                statement.setString(5, key.key());
                statement.setObject(6, now.atOffset(ZoneOffset.UTC));
                statement.execute();
                return found(statement);
              }
            });
  }

  private static Found found(PreparedStatement statement) throws SQLException {
    boolean reserved;
    try (ResultSet lock = statement.getResultSet()) {
      lock.next();
      reserved = lock.getBoolean(1);
    }
    statement.getMoreResults();
    try (ResultSet row = statement.getResultSet()) {
      return row.next()
          ? new Found(
              reserved,
              row.getString("fingerprint"),
              new StoredAnswer(
                  row.getInt("status"),
                  row.getString("etag"),
                  row.getString("location"),
                  row.getString("body")))
          : new Found(reserved, null, null);
    }
  }

  private static String lock(TenantScope scope, RequestKey key) {
    return String.join("\n", scope.tenantId().toString(), key.credential(), key.route(), key.key());
  }

  /** Whether the row is there now; it is not if somebody else's is. */
  boolean keep(
      TenantScope scope, RequestKey key, StoredAnswer answer, Instant now, Instant expires) {
    var statement = sessions.of(scope).createNativeMutationQuery(KEEP);
    statement.setParameter("tenant", scope.tenantId());
    statement.setParameter("credential", key.credential());
    statement.setParameter("route", key.route());
    statement.setParameter("key", key.key());
    statement.setParameter("now", now);
    statement.setParameter("fingerprint", key.fingerprint());
    statement.setParameter("status", answer.status());
    statement.setParameter("etag", answer.etag(), String.class);
    statement.setParameter("location", answer.location(), String.class);
    statement.setParameter("body", answer.body(), String.class);
    statement.setParameter("expires", expires);
    return statement.executeUpdate() == 1;
  }
}
