package com.dotmac.platform.domain.tenancy;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.Session;

/** The queries over {@code tenants}. */
final class TenantRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of(
              "uq_tenants_slug", TenantException.SlugTaken::new,
              "uq_tenants_platform", TenantException.PlatformTaken::new));

  private final TenantSessions sessions;

  TenantRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  Optional<Tenant> find(TenantScope scope) {
    return Optional.ofNullable(sessions.of(scope).find(Tenant.class, scope.tenantId()));
  }

  /** Locks the row until the transaction ends; whether there is one. */
  boolean hold(TenantScope scope) {
    return sessions
        .of(scope)
        .createNativeQuery("SELECT 1 FROM tenants WHERE id = :id FOR NO KEY UPDATE", Integer.class)
        .setParameter("id", scope.tenantId())
        .uniqueResultOptional()
        .isPresent();
  }

  Optional<Tenant> findBySlug(String slug) {
    Session session = sessions.ofNone();
    set(session, "dotmac.tenant_slug", slug);
    return session
        .createSelectionQuery("from Tenant where slug = :slug", Tenant.class)
        .setParameter("slug", slug)
        .uniqueResultOptional();
  }

  /** All tenants, by slug. */
  List<Tenant> all() {
    return inTheOpenRegistry(
        session ->
            session
                .createSelectionQuery("from Tenant order by slug", Tenant.class)
                .getResultList());
  }

  Page<Tenant> list(TenantFilter filter, PageRequest page) {
    return inTheOpenRegistry(
        session ->
            new KeysetQuery<>(Tenant.class, Tenant::id)
                .where("status = :status", "status", filter.status())
                .where("slug = :slug", "slug", filter.slug())
                .page(session, page));
  }

  void add(TenantScope scope, Tenant tenant) {
    sessions.of(scope).persist(tenant);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  /** Reads with the registry open to the transaction, and closes it again. */
  private <T> T inTheOpenRegistry(Function<Session, T> read) {
    Session session = sessions.ofNone();
    set(session, "dotmac.tenant_registry", "open");
    T found = read.apply(session);
    set(session, "dotmac.tenant_registry", "");
    return found;
  }

  /** Sets something for as long as the transaction lasts. */
  private static void set(Session session, String setting, String value) {
    session
        .createNativeQuery("SELECT set_config(:setting, :value, true)", String.class)
        .setParameter("setting", setting)
        .setParameter("value", value)
        .getSingleResult();
  }
}
