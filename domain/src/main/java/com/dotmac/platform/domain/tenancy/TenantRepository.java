package com.dotmac.platform.domain.tenancy;

import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The queries over {@code tenants}. */
final class TenantRepository {

  private final TenantSessions sessions;

  TenantRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  Optional<Tenant> find(TenantScope scope) {
    return Optional.ofNullable(sessions.of(scope).find(Tenant.class, scope.tenantId()));
  }

  Optional<Tenant> findBySlug(String slug) {
    Session session = sessions.ofNone();
    session
        .createNativeQuery("SELECT set_config('dotmac.tenant_slug', :slug, true)", String.class)
        .setParameter("slug", slug)
        .getSingleResult();
    return session
        .createSelectionQuery("from Tenant where slug = :slug", Tenant.class)
        .setParameter("slug", slug)
        .uniqueResultOptional();
  }

  /** All tenants, by slug; the transaction then sees the whole registry until it ends. */
  List<Tenant> all() {
    Session session = sessions.ofNone();
    session
        .createNativeQuery(
            "SELECT set_config('dotmac.tenant_registry', 'open', true)", String.class)
        .getSingleResult();
    return session.createSelectionQuery("from Tenant order by slug", Tenant.class).getResultList();
  }

  Session add(TenantScope scope, Tenant tenant) {
    Session session = sessions.of(scope);
    session.persist(tenant);
    return session;
  }
}
