package com.dotmac.platform.it.billing.payments;

import com.dotmac.platform.app.billing.BillingDoors;
import com.dotmac.platform.app.billing.catalog.CatalogDoors;
import com.dotmac.platform.app.billing.payments.PaymentDoors;
import com.dotmac.platform.app.billing.payments.ScriptedProvider;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceDraft;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import com.dotmac.platform.domain.billing.payments.PaymentProviders;
import com.dotmac.platform.domain.billing.payments.ProviderDispatch;
import com.dotmac.platform.domain.customers.CustomerDetails;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantDetails;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.harness.DomainSessions;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A tenant whose payments are handled at the doors, without an application or a provider. */
public final class PaymentDesk implements AutoCloseable {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TenantScope scope = new TenantScope(UUID.randomUUID());
  private final DomainSessions domain;
  private final CustomerService customers;
  private final BillingDoors billing;
  private final PaymentDoors payments;

  /** A desk with a tenant of its own. */
  public PaymentDesk(TestDatabase database) {
    domain = DomainSessions.on(database);
    TenantSessions sessions = domain.sessions();
    AuditLog audit = new AuditLog(sessions);
    TenantService tenants = new TenantService(sessions, audit);
    customers = new CustomerService(sessions, audit);
    billing =
        BillingDoors.of(
            sessions,
            tenants,
            customers,
            CatalogDoors.of(sessions, customers, audit),
            (tenant, at) -> {},
            audit);
    payments =
        PaymentDoors.of(
            sessions,
            customers,
            billing.settlement(),
            new PaymentProviders(List.of(new ScriptedProvider())),
            new NobodyAsks(),
            billing.events(),
            audit);
    TenantDetails details =
        new TenantDetails(
            "t-" + scope.tenantId(), "Desk", ZoneId.of("UTC"), Currency.getInstance("USD"));
    in(() -> tenants.register(context(), details));
  }

  /** The tenant. */
  public UUID tenantId() {
    return scope.tenantId();
  }

  /** The sessions of its database. */
  public TenantSessions sessions() {
    return domain.sessions();
  }

  /** The doors to what is billed. */
  public BillingDoors billing() {
    return billing;
  }

  /** The same. */
  public TenantScope scope() {
    return scope;
  }

  /** The doors to what is paid. */
  public PaymentDoors doors() {
    return payments;
  }

  /** Somebody at work, a little later than the last time. */
  public CallContext context() {
    clock.advance(Duration.ofMillis(5));
    return new CallContext(scope, Actor.operator("desk"), clock.instant(), null, null);
  }

  /** What time it is. */
  public Instant now() {
    return clock.instant();
  }

  /** Does work in a transaction of its own. */
  public <T> T in(Supplier<T> work) {
    return domain.in(scope, work);
  }

  /** A customer. */
  public UUID customer() {
    return in(() -> customers.create(context(), new CustomerDetails("Cirrus", null, "IT", null)))
        .id();
  }

  /** An invoice that is owed. */
  public UUID invoice(UUID customerId, Money total, int paymentDays) {
    LineDetails line =
        new LineDetails("Hosting", BigDecimal.ONE, total, null, null, BigDecimal.ZERO);
    InvoiceDraft draft =
        new InvoiceDraft(customerId, total.currency(), paymentDays, null, List.of(line));
    return invoice(draft);
  }

  /** A draft, finalised. */
  public UUID invoice(InvoiceDraft draft) {
    return in(
        () -> {
          Invoice made = billing.invoices().create(context(), draft);
          return billing.invoices().finalise(context(), made.id(), made.version()).id();
        });
  }

  /** Moves the clock. */
  public void pass(Duration time) {
    clock.advance(time);
  }

  @Override
  public void close() {
    domain.close();
  }

  /** The test says what providers answer. */
  private static final class NobodyAsks implements ProviderDispatch {
    @Override
    public void charge(TenantScope scope, UUID paymentId, Instant at) {}

    @Override
    public void refund(TenantScope scope, UUID paymentId, UUID refundId, Instant at) {}
  }
}
