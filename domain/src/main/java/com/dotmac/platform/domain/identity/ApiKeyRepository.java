package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Optional;

/** The queries over {@code api_keys}. */
final class ApiKeyRepository {

  private final TenantSessions sessions;

  ApiKeyRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, ApiKey key) {
    sessions.of(scope).persist(key);
    sessions.of(scope).flush();
  }

  Optional<ApiKey> findByPrefix(TenantScope scope, String prefix) {
    return sessions
        .of(scope)
        .createSelectionQuery("from ApiKey where prefix = :prefix", ApiKey.class)
        .setParameter("prefix", prefix)
        .uniqueResultOptional();
  }
}
