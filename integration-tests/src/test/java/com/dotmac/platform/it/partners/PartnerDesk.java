package com.dotmac.platform.it.partners;

import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.partners.CommissionModel;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerDetails;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.partners.ledger.Ledger;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantDetails;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.harness.DomainSessions;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A tenant whose partners are handled at the doors, without an application. */
public final class PartnerDesk implements AutoCloseable {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TenantScope scope = new TenantScope(UUID.randomUUID());
  private final DomainSessions domain;
  private final PartnerService partners;
  private final CommissionLines lines;

  /** Registers the tenant. */
  public PartnerDesk(TestDatabase database) {
    domain = DomainSessions.on(database);
    TenantSessions sessions = domain.sessions();
    AuditLog audit = new AuditLog(sessions);
    TenantService tenants = new TenantService(sessions, audit);
    partners = new PartnerService(sessions, audit);
    lines = new CommissionLines(sessions);
    TenantDetails details =
        new TenantDetails(
            "t-" + scope.tenantId(), "Desk", ZoneId.of("UTC"), Currency.getInstance("EUR"));
    in(() -> tenants.register(context(), details));
  }

  /** The tenant. */
  public UUID tenantId() {
    return scope.tenantId();
  }

  /** Whose data it is. */
  public TenantScope scope() {
    return scope;
  }

  /** What doors are made with. */
  public TenantSessions sessions() {
    return domain.sessions();
  }

  /** The books. */
  public Ledger ledger() {
    return new Ledger(domain.sessions());
  }

  /** The time of the desk. */
  public MovableClock clock() {
    return clock;
  }

  /** Somebody at work, a little later than the last time. */
  public CallContext context() {
    clock.advance(Duration.ofMillis(5));
    return new CallContext(scope, Actor.operator("desk"), clock.instant(), null, null);
  }

  /** Does work in a transaction of its own. */
  public <T> T in(Supplier<T> work) {
    return domain.in(scope, work);
  }

  /** Does work in a transaction of its own. */
  public void run(Runnable work) {
    in(
        () -> {
          work.run();
          return scope;
        });
  }

  /** A partner at work. */
  public UUID partner() {
    PartnerDetails details =
        new PartnerDetails(
            "Partner " + UUID.randomUUID(),
            null,
            null,
            PartnerTier.BRONZE,
            CommissionModel.REVENUE_SHARE,
            null,
            "desk@partner.example",
            null,
            null,
            null,
            null,
            Map.of());
    return in(
        () -> {
          Partner partner = partners.create(context(), details);
          return partners.activate(context(), partner.id(), partner.version()).id();
        });
  }

  /** The door to partners. */
  public PartnerService partners() {
    return partners;
  }

  /** What a partner was given or lost by hand, approved at once and in the books. */
  public UUID line(UUID partnerId, String currency, long amount) {
    CallContext context = context();
    return in(() -> lines.approved(context, partnerId, Currency.getInstance(currency), amount));
  }

  @Override
  public void close() {
    domain.close();
  }
}
