package com.dotmac.platform.domain.tenancy;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The door to the registry of tenants.
 *
 * <p>A tenant is registered and changed inside its own scope: the caller opens a session for it, or
 * goes over to it within his own transaction. So even these verbs write behind row security, and
 * the act is in the trail of the tenant that it happened to.
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
   * @throws TenantException.InvalidTimeZone if the zone is no name of the IANA database
   */
  public Tenant register(CallContext context, TenantDetails details) {
    return register(context, details, false);
  }

  /**
   * Registers the platform's own tenant, whose credentials may look after the others.
   *
   * @return the tenant, active
   * @throws TenantException.PlatformTaken if there is one
   * @throws TenantException.SlugTaken if another tenant has the slug
   * @throws TenantException.InvalidTimeZone if the zone is no name of the IANA database
   */
  public Tenant registerPlatform(CallContext context, TenantDetails details) {
    return register(context, details, true);
  }

  private Tenant register(CallContext context, TenantDetails details, boolean platform) {
    refuseUnknown(details.timeZone());
    Tenant tenant = new Tenant(context.scope().tenantId(), details, platform, context.at());
    tenants.add(context.scope(), tenant);
    audit.record(context, "tenant.registered", tenant.id(), null, tenant.auditState());
    return tenant;
  }

  /** The tenant of a scope; empty when it was never registered. */
  public Optional<Tenant> find(TenantScope scope) {
    return tenants.find(scope);
  }

  /**
   * The tenant of a scope.
   *
   * @throws TenantException.NotFound if it was never registered
   */
  public Tenant get(TenantScope scope) {
    return find(scope).orElseThrow(TenantException.NotFound::new);
  }

  /**
   * Holds the tenant until the transaction ends, against whoever else wants to hold or change it:
   * for a rule about the tenant as a whole, which no single row can keep. Readers, and rows that
   * refer to the tenant, do not wait.
   *
   * @throws TenantException.NotFound if it was never registered
   */
  public void hold(TenantScope scope) {
    if (!tenants.hold(scope)) {
      throw new TenantException.NotFound();
    }
  }

  /**
   * Lets nobody pass but the platform's own tenant, whatever his credential says that he may.
   *
   * @param scope whose credential acts
   * @throws TenantException.NotThePlatform if it is another tenant's
   */
  public void requirePlatform(TenantScope scope) {
    if (find(scope).filter(Tenant::isPlatform).isEmpty()) {
      throw new TenantException.NotThePlatform();
    }
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

  /** A page of the registry, newest first: for who looks after all tenants. */
  public Page<Tenant> list(TenantFilter filter, PageRequest page) {
    return tenants.list(filter, page);
  }

  /**
   * Changes the settings of the tenant that the context is scoped to.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new settings from the present ones
   * @throws TenantException.NotFound if it was never registered
   * @throws TenantException.InvalidTimeZone if the new zone is no name of the IANA database
   * @throws VersionConflictException if the tenant was changed meanwhile
   */
  public Tenant change(
      CallContext context, int expectedVersion, UnaryOperator<TenantSettings> edit) {
    Tenant tenant = getForChange(context.scope(), expectedVersion);
    TenantSettings present = tenant.settings();
    TenantSettings wanted = edit.apply(present);
    if (!wanted.equals(present)) {
      if (!wanted.timeZone().equals(present.timeZone())) {
        refuseUnknown(wanted.timeZone());
      }
      var before = tenant.auditState();
      tenant.change(wanted, context.at());
      tenants.flush(context.scope());
      audit.record(context, "tenant.changed", tenant.id(), before, tenant.auditState());
    }
    return tenant;
  }

  /**
   * Suspends the tenant that the context is scoped to: none of its credentials opens anything from
   * the commit on.
   *
   * @param context says why
   * @param expectedVersion version that the caller has read
   * @throws TenantException if it was never registered, is the platform's own, is suspended
   *     already, or no reason is given
   * @throws VersionConflictException if the tenant was changed meanwhile
   */
  public Tenant suspend(CallContext context, int expectedVersion) {
    if (context.reason() == null) {
      throw new TenantException.ReasonMissing();
    }
    Tenant tenant = getForChange(context.scope(), expectedVersion);
    if (tenant.isPlatform()) {
      throw new TenantException.PlatformStays();
    }
    return step(context, tenant, TenantStatus.SUSPENDED, "tenant.suspended");
  }

  /**
   * Lets the tenant that the context is scoped to use the platform again, with the credentials that
   * it has.
   *
   * @param expectedVersion version that the caller has read
   * @throws TenantException if it was never registered or is not suspended
   * @throws VersionConflictException if the tenant was changed meanwhile
   */
  public Tenant resume(CallContext context, int expectedVersion) {
    Tenant tenant = getForChange(context.scope(), expectedVersion);
    return step(context, tenant, TenantStatus.ACTIVE, "tenant.resumed");
  }

  private Tenant step(CallContext context, Tenant tenant, TenantStatus wanted, String action) {
    if (tenant.status() == wanted) {
      throw new TenantException.StepNotAllowed(wanted);
    }
    var before = tenant.auditState();
    tenant.become(wanted, context.at());
    tenants.flush(context.scope());
    audit.record(context, action, tenant.id(), before, tenant.auditState());
    return tenant;
  }

  private Tenant getForChange(TenantScope scope, int expectedVersion) {
    Tenant tenant = get(scope);
    VersionConflictException.refuseUnlessEqual(expectedVersion, tenant.version());
    return tenant;
  }

  private static void refuseUnknown(ZoneId zone) {
    if (!TimeZones.isKnown(zone.getId())) {
      throw new TenantException.InvalidTimeZone(zone.getId());
    }
  }
}
