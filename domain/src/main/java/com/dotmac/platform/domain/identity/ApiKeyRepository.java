package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code api_keys}. */
final class ApiKeyRepository {

  private static final String ASKING =
      """
      select key, tenant from ApiKey key
      join Tenant tenant on tenant.id = key.tenantId
      where key.prefix = :prefix and tenant.status = :open
      """;

  private final TenantSessions sessions;

  ApiKeyRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, ApiKey key) {
    sessions.of(scope).persist(key);
    flush(scope);
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }

  Optional<ApiKey> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(ApiKey.class, id));
  }

  /**
   * A key with whom it belongs to.
   *
   * @param tenant its tenant, who may use the platform
   */
  record Asking(ApiKey key, Tenant tenant) {}

  /** In one round trip; empty when the tenant may not take part, or there is no key. */
  Optional<Asking> findAsking(TenantScope scope, String prefix) {
    return sessions
        .of(scope)
        .createSelectionQuery(ASKING, Asking.class)
        .setParameter("prefix", prefix)
        .setParameter("open", TenantStatus.ACTIVE)
        .uniqueResultOptional();
  }

  Page<ApiKey> list(TenantScope scope, PageRequest page) {
    return new KeysetQuery<>(ApiKey.class, ApiKey::id).page(sessions.of(scope), page);
  }

  /**
   * Writes down a use. Waits for nobody: if the row is being written, so is a use of this minute,
   * or the key is being changed, and then the next use is written down. The version stays.
   */
  void noteUse(TenantScope scope, UUID id, Instant at) {
    sessions
        .of(scope)
        .createNativeMutationQuery(
            """
            UPDATE api_keys SET last_used_at = :at WHERE tenant_id = :tenant AND id = (
              SELECT id FROM api_keys WHERE tenant_id = :tenant AND id = :id
              FOR NO KEY UPDATE SKIP LOCKED)\
            """)
        .setParameter("at", at)
        .setParameter("tenant", scope.tenantId())
        .setParameter("id", id)
        .executeUpdate();
  }
}
