package com.dotmac.platform.app;

import com.dotmac.platform.app.audit.AuditActivityResource;
import com.dotmac.platform.app.auth.AccessTokens;
import com.dotmac.platform.app.billing.BillingEndpoints;
import com.dotmac.platform.app.billing.catalog.CatalogEndpoints;
import com.dotmac.platform.app.billing.invoices.InvoicesEndpoints;
import com.dotmac.platform.app.billing.payments.PaymentsEndpoints;
import com.dotmac.platform.app.billing.subscriptions.SubscriptionsEndpoints;
import com.dotmac.platform.app.communications.CommunicationsEndpoints;
import com.dotmac.platform.app.communications.MailSettings;
import com.dotmac.platform.app.customers.CustomersEndpoints;
import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.idempotency.IdempotencyFeature;
import com.dotmac.platform.app.identity.IdentityEndpoints;
import com.dotmac.platform.app.identity.LinkEndpoints;
import com.dotmac.platform.app.identity.LinkSetUp;
import com.dotmac.platform.app.identity.PasswordNotice;
import com.dotmac.platform.app.identity.PeopleEndpoints;
import com.dotmac.platform.app.identity.UserIdentityEndpoints;
import com.dotmac.platform.app.jobs.EachTenant;
import com.dotmac.platform.app.openapi.OpenApiResource;
import com.dotmac.platform.app.partners.PartnersEndpoints;
import com.dotmac.platform.app.partners.commissions.EarningsEndpoints;
import com.dotmac.platform.app.partners.exports.ExportsEndpoints;
import com.dotmac.platform.app.partners.onboarding.OnboardingEndpoints;
import com.dotmac.platform.app.partners.payouts.PayoutsEndpoints;
import com.dotmac.platform.app.partners.portal.PortalEndpoints;
import com.dotmac.platform.app.partners.referrals.ReferralsEndpoints;
import com.dotmac.platform.app.partners.rules.CommissionDoors;
import com.dotmac.platform.app.partners.rules.CommissionEndpoints;
import com.dotmac.platform.app.partners.statements.StatementDoors;
import com.dotmac.platform.app.partners.statements.StatementsEndpoints;
import com.dotmac.platform.app.partners.tiers.TiersEndpoints;
import com.dotmac.platform.app.tenancy.TenantsEndpoints;
import com.dotmac.platform.domain.idempotency.IdempotencyService;
import com.dotmac.platform.domain.identity.signin.Argon2id;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.partners.PartnerSeatService;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** Puts every feature on the wire. */
final class Endpoints {

  private Endpoints() {}

  /**
   * Registers all resources, and the work that stands behind some of them.
   *
   * @param environment where
   * @param problems where refusals go
   * @param mail whether there is mail
   * @param doors what the resources speak to
   * @param tokens makes the tokens of sessions
   */
  static void register(
      Environment environment,
      DomainProblems problems,
      MailSettings mail,
      Doors doors,
      AccessTokens tokens) {
    JerseyEnvironment jersey = environment.jersey();
    IdempotencyFeature.register(
        jersey, problems, new IdempotencyService(doors.sessions()), environment.getObjectMapper());
    TenantsEndpoints.register(jersey, problems, doors.tenants(), doors.unitsOfWork());
    people(jersey, problems, mail, doors, tokens);
    BillingEndpoints.register(
        jersey, problems, doors.billing(), doors.payments(), doors.customers(), doors.tenants());
    CustomersEndpoints.register(jersey, problems, doors.customers(), doors.contacts());
    CatalogEndpoints.register(jersey, problems, doors.catalog());
    InvoicesEndpoints.work(doors.jobs(), eachTenant(doors), doors.billing().overdue());
    PaymentsEndpoints.work(doors.jobs(), doors.payments(), doors.unitsOfWork(), doors.clock());
    SubscriptionsEndpoints.register(jersey, problems, doors.subscriptions().subscriptions());
    SubscriptionsEndpoints.work(
        doors.jobs(), doors.subscriptions().renewals(), doors.unitsOfWork(), doors.clock());
    PartnersEndpoints.register(
        jersey, problems, doors.sessions(), doors.customers(), doors.audit());
    TiersEndpoints.register(jersey, problems, doors.sessions(), doors.tenants(), doors.audit());
    TiersEndpoints.work(
        doors.jobs(), doors.sessions(), doors.tenants(), doors.audit(), eachTenant(doors));
    PayoutsEndpoints.register(jersey, problems, doors.payouts());
    EarningsEndpoints.register(jersey, problems, doors.commissions(), doors.billing().invoices());
    EarningsEndpoints.work(doors.jobs(), doors.commissions(), eachTenant(doors));
    CommissionDoors rules =
        CommissionDoors.of(
            doors.sessions(),
            doors.tenants(),
            doors.customers(),
            doors.catalog().products(),
            doors.audit());
    CommissionEndpoints.register(jersey, problems, rules);
    EarningsEndpoints.registerPortal(
        jersey, doors.commissions(), rules.commissions(), doors.customers());
    statements(jersey, problems, doors);
    LinkSetUp setUp = new LinkSetUp(mail.hasPublicUrl(), doors.seals().isConfigured());
    PasswordHasher hasher = new PasswordHasher(new Argon2id());
    OnboardingEndpoints.register(
        jersey,
        problems,
        doors.onboarding(),
        doors.tenants(),
        setUp,
        hasher,
        doors.unitsOfWork(),
        doors.clock());
    OnboardingEndpoints.work(doors.jobs(), doors.onboarding(), doors.unitsOfWork(), doors.clock());
    ReferralsEndpoints.register(
        jersey, problems, doors.sessions(), doors.customers(), doors.audit());
    PortalEndpoints.register(
        jersey,
        doors.sessions(),
        doors.tenants(),
        doors.customers(),
        doors.onboarding().out(),
        setUp,
        doors.audit());
    CommunicationsEndpoints.register(jersey, problems, doors.messages());
    jersey.register(new AuditActivityResource(doors.audit()));
    jersey.register(new OpenApiResource());
  }

  private static EachTenant eachTenant(Doors doors) {
    return new EachTenant(doors.tenants(), doors.unitsOfWork(), doors.clock());
  }

  private static void statements(JerseyEnvironment jersey, DomainProblems problems, Doors doors) {
    StatementDoors statements = StatementDoors.of(doors.sessions(), doors.tenants(), doors.audit());
    StatementsEndpoints.register(jersey, problems, statements);
    StatementsEndpoints.work(doors.jobs(), statements, eachTenant(doors));
    ExportsEndpoints.register(jersey, problems, doors.sessions(), doors.jobs(), doors.audit());
    ExportsEndpoints.work(
        doors.jobs(), doors.sessions(), doors.unitsOfWork(), doors.audit(), doors.clock());
  }

  private static void people(
      JerseyEnvironment jersey,
      DomainProblems problems,
      MailSettings mail,
      Doors doors,
      AccessTokens tokens) {
    PasswordHasher hasher = new PasswordHasher(new Argon2id());
    PasswordNotice notice = new PasswordNotice(doors.messages(), mail.hasPublicUrl());
    IdentityEndpoints.register(jersey, problems, doors.keys());
    PeopleEndpoints.register(
        jersey,
        problems,
        doors.people(),
        doors.tenants(),
        new PartnerSeatService(doors.sessions()),
        tokens,
        notice,
        hasher,
        doors.unitsOfWork(),
        doors.clock());
    UserIdentityEndpoints.register(jersey, problems, doors.identities());
    LinkEndpoints.register(
        jersey,
        problems,
        doors.links(),
        doors.people(),
        doors.tenants(),
        new LinkSetUp(mail.hasPublicUrl(), doors.seals().isConfigured()),
        doors.jobs(),
        notice,
        hasher,
        doors.unitsOfWork(),
        doors.clock());
    if (mail.isConfigured()) {
      LinkEndpoints.work(doors.jobs(), doors.links().out(), doors.unitsOfWork(), doors.clock());
    }
  }
}
