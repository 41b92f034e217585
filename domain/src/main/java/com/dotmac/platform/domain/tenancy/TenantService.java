package com.dotmac.platform.domain.tenancy;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The door to the registry of tenants.
 *
 * <p>A tenant is registered inside its own scope: the caller draws the identifier, opens a session
 * for it and registers. So even this verb writes behind row security.
 */
public final class TenantService {

  private final TenantRepository tenants;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param audit where acts are recorded
   */
  public TenantService(TenantSessions sessions, AuditTrail audit) {
    tenants = new TenantRepository(sessions);
    this.audit = audit;
  }

  /**
   * Registers the tenant that the context is scoped to.
   *
   * @return the tenant, active
   * @throws TenantException.SlugTaken if another tenant has the slug
   */
  public Tenant register(CallContext context, TenantDetails details) {
    Tenant tenant = new Tenant(context.scope().tenantId(), details, context.at());
    new ConstraintRefusals(
            Map.of("uq_tenants_slug", () -> new TenantException.SlugTaken(details.slug())))
        .flush(tenants.add(context.scope(), tenant));
    audit.record(context, "tenant.registered", tenant.id(), null, tenant.auditState());
    return tenant;
  }

  /** The tenant of a scope; empty when it was never registered. */
  public Optional<Tenant> find(TenantScope scope) {
    return tenants.find(scope);
  }

  /**
   * The tenant with a slug, for a caller who does not know the id yet.
   *
   * @throws TenantException.NotFound if there is none
   */
  public Tenant getBySlug(String slug) {
    return tenants.findBySlug(slug).orElseThrow(() -> new TenantException.NotFound(slug));
  }

  /** All tenants, by slug: for a command that goes through them one by one. */
  public List<Tenant> all() {
    return tenants.all();
  }
}
