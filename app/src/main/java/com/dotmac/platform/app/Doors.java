package com.dotmac.platform.app;

import com.dotmac.platform.app.billing.BillingDoors;
import com.dotmac.platform.app.billing.catalog.CatalogDoors;
import com.dotmac.platform.app.billing.events.PlannedTelling;
import com.dotmac.platform.app.billing.payments.PaymentDoors;
import com.dotmac.platform.app.billing.payments.PaymentSettings;
import com.dotmac.platform.app.billing.subscriptions.PlannedRenewal;
import com.dotmac.platform.app.billing.subscriptions.SubscriptionDoors;
import com.dotmac.platform.app.communications.PlannedDispatch;
import com.dotmac.platform.app.identity.LinkDoors;
import com.dotmac.platform.app.identity.PeopleDoors;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.app.partners.commissions.EarningsDoors;
import com.dotmac.platform.app.partners.onboarding.OnboardingDoors;
import com.dotmac.platform.app.partners.payouts.PayoutDoors;
import com.dotmac.platform.app.partners.payouts.PayoutSettings;
import com.dotmac.platform.app.partners.payouts.PlannedPayouts;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.billing.events.EventConsumer;
import com.dotmac.platform.domain.billing.subscriptions.InvoiceFollower;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionParts;
import com.dotmac.platform.domain.communications.MessageService;
import com.dotmac.platform.domain.customers.CustomerContactService;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.identity.ApiKeyService;
import com.dotmac.platform.domain.identity.UserIdentityService;
import com.dotmac.platform.domain.partners.commissions.CommissionFollower;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Clock;
import java.util.List;
import org.hibernate.SessionFactory;

/**
 * The doors to all features of one database, put together once.
 *
 * @param sessions where the current session comes from
 * @param unitsOfWork where work outside a resource method runs
 * @param jobs where work is planned
 * @param clock tells the instant
 * @param audit the trail
 * @param seals keeps secrets
 * @param tenants the registry
 * @param people users, roles, passwords, sessions, second factors
 * @param identities who people are at OpenID providers
 * @param keys API keys
 * @param messages mails
 * @param links links by mail
 * @param onboarding how partners and their people come aboard
 * @param customers customers
 * @param contacts the people at customers'
 * @param catalog what is sold, and for how much
 * @param billing what they owe
 * @param payments what they pay
 * @param subscriptions what they are billed for again and again
 * @param payouts what partners are paid
 * @param commissions what partners earn by that
 * @param consumers who is told the facts of that
 */
record Doors(
    TenantSessions sessions,
    UnitsOfWork unitsOfWork,
    Jobs jobs,
    Clock clock,
    AuditLog audit,
    Seals seals,
    TenantService tenants,
    PeopleDoors people,
    UserIdentityService identities,
    ApiKeyService keys,
    MessageService messages,
    LinkDoors links,
    OnboardingDoors onboarding,
    CustomerService customers,
    CustomerContactService contacts,
    CatalogDoors catalog,
    BillingDoors billing,
    PaymentDoors payments,
    SubscriptionDoors subscriptions,
    PayoutDoors payouts,
    EarningsDoors commissions,
    List<EventConsumer> consumers) {

  /** Takes a copy. */
  Doors {
    consumers = List.copyOf(consumers);
  }

  /**
   * Doors to one database.
   *
   * @param sessionFactory opens its sessions
   * @param jobs where work is planned
   * @param seals keeps secrets
   * @param payments who moves money
   * @param payouts who moves money to partners
   * @param clock tells the instant
   */
  static Doors of(
      SessionFactory sessionFactory,
      Jobs jobs,
      Seals seals,
      PaymentSettings payments,
      PayoutSettings payouts,
      Clock clock) {
    TenantSessions sessions = new TenantSessions(sessionFactory);
    AuditLog audit = new AuditLog(sessions);
    TenantService tenants = new TenantService(sessions, audit);
    PeopleDoors people = PeopleDoors.of(sessions, tenants, seals, audit);
    CustomerService customers = new CustomerService(sessions, audit);
    CatalogDoors catalog = CatalogDoors.of(sessions, customers, audit);
    BillingDoors billing =
        BillingDoors.of(
            sessions,
            tenants,
            customers,
            catalog,
            new PlannedTelling(jobs, List.of(InvoiceFollower.NAME, CommissionFollower.NAME)),
            audit);
    SubscriptionDoors subscriptions =
        SubscriptionDoors.of(
            new SubscriptionParts(
                sessions,
                tenants,
                customers,
                catalog.plans(),
                catalog.pricing(),
                billing.invoices(),
                billing.settlement(),
                billing.creditNotes(),
                billing.events(),
                new PlannedRenewal(jobs),
                audit));
    EarningsDoors commissions = EarningsDoors.of(sessions, tenants, audit);
    MessageService messages =
        new MessageService(sessions, tenants, seals, new PlannedDispatch(jobs), audit);
    return new Doors(
        sessions,
        new UnitsOfWork(sessionFactory),
        jobs,
        clock,
        audit,
        seals,
        tenants,
        people,
        new UserIdentityService(sessions, tenants, audit),
        new ApiKeyService(sessions, tenants, audit),
        messages,
        LinkDoors.of(sessions, tenants, people, messages, audit),
        OnboardingDoors.of(sessions, tenants, people, messages, jobs, audit),
        customers,
        new CustomerContactService(sessions, customers, audit),
        catalog,
        billing,
        PaymentDoors.of(
            sessions, customers, billing.settlement(), payments, jobs, billing.events(), audit),
        subscriptions,
        PayoutDoors.of(sessions, seals, payouts.providers(), new PlannedPayouts(jobs), audit),
        commissions,
        List.of(
            new InvoiceFollower(subscriptions.renewals()),
            new CommissionFollower(commissions.accrual())));
  }
}
