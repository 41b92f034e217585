package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.billing.BillingDoors;
import com.dotmac.platform.app.billing.catalog.CatalogDoors;
import com.dotmac.platform.app.identity.LinkDoors;
import com.dotmac.platform.app.identity.PeopleDoors;
import com.dotmac.platform.domain.audit.AuditFilter;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.billing.catalog.BillingCycle;
import com.dotmac.platform.domain.billing.catalog.Plan;
import com.dotmac.platform.domain.billing.catalog.PlanDetails;
import com.dotmac.platform.domain.billing.catalog.PlanPricing;
import com.dotmac.platform.domain.billing.catalog.PricingRule;
import com.dotmac.platform.domain.billing.catalog.PricingRuleDetails;
import com.dotmac.platform.domain.billing.catalog.PricingScope;
import com.dotmac.platform.domain.billing.catalog.Product;
import com.dotmac.platform.domain.billing.catalog.ProductCategory;
import com.dotmac.platform.domain.billing.catalog.ProductDetails;
import com.dotmac.platform.domain.billing.events.EventFilter;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceDraft;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import com.dotmac.platform.domain.communications.DeliveryService;
import com.dotmac.platform.domain.communications.MessageService;
import com.dotmac.platform.domain.customers.ContactRole;
import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerContact;
import com.dotmac.platform.domain.customers.CustomerContactDetails;
import com.dotmac.platform.domain.customers.CustomerContactService;
import com.dotmac.platform.domain.customers.CustomerDetails;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.identity.ApiKeyService;
import com.dotmac.platform.domain.identity.AssignedRoles;
import com.dotmac.platform.domain.identity.ExternalIdentity;
import com.dotmac.platform.domain.identity.IssuedApiKey;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.Role;
import com.dotmac.platform.domain.identity.RoleDetails;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserDetails;
import com.dotmac.platform.domain.identity.UserIdentity;
import com.dotmac.platform.domain.identity.UserIdentityService;
import com.dotmac.platform.domain.identity.links.LinkPurpose;
import com.dotmac.platform.domain.identity.signin.HashedPassword;
import com.dotmac.platform.domain.identity.signin.IssuedSession;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.partners.CommissionModel;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerAccount;
import com.dotmac.platform.domain.partners.PartnerAccountDetails;
import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.PartnerDetails;
import com.dotmac.platform.domain.partners.PartnerRole;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.partners.PartnerUser;
import com.dotmac.platform.domain.partners.PartnerUserDetails;
import com.dotmac.platform.domain.partners.PartnerUserService;
import com.dotmac.platform.domain.sealing.SealingKey;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantDetails;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.harness.DomainSessions;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.StatementCount;
import com.dotmac.platform.it.harness.TestDatabase;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Saves each kind of row through its door and reads it back in another unit of work. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityRoundTripIT {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00.123456Z");
  private final TenantScope scope = new TenantScope(UUID.randomUUID());
  private final CallContext context =
      new CallContext(scope, Actor.operator("ada"), clock.instant(), "to see", "request-1");
  private final DomainSessions domain;
  private final AuditLog audit;
  private final TenantService tenants;
  private final ApiKeyService apiKeys;
  private final PeopleDoors people;
  private final CustomerService customers;
  private final PartnerService partners;
  private final PartnerUserService partnerUsers;
  private final PartnerAccountService partnerAccounts;

  EntityRoundTripIT(TestDatabase database) {
    domain = DomainSessions.on(database);
    TenantSessions sessions = domain.sessions();
    audit = new AuditLog(sessions);
    tenants = new TenantService(sessions, audit);
    apiKeys = new ApiKeyService(sessions, tenants, audit);
    people = PeopleDoors.of(sessions, tenants, new Seals(List.of()), audit);
    customers = new CustomerService(sessions, audit);
    partners = new PartnerService(sessions, audit);
    partnerUsers = new PartnerUserService(sessions, audit);
    partnerAccounts = new PartnerAccountService(sessions, customers, audit);
  }

  @BeforeAll
  void register_the_tenant() {
    in(
        () ->
            tenants.register(
                context,
                new TenantDetails(
                    "acme", "Acme", ZoneId.of("Europe/Rome"), Currency.getInstance("EUR"))));
  }

  @AfterAll
  void close() {
    domain.close();
  }

  @Test
  void a_tenant_is_read_back() {
    assertThat(in(() -> tenants.find(scope)))
        .get()
        .satisfies(
            tenant -> {
              assertThat(tenant.slug()).isEqualTo("acme");
              assertThat(tenant.timeZone()).isEqualTo(ZoneId.of("Europe/Rome"));
              assertThat(tenant.createdAt()).isEqualTo(clock.instant());
            });
  }

  @Test
  void an_act_is_read_back_with_the_instant_it_happened() {
    assertThat(
            in(() ->
                    audit.list(
                        scope, AuditFilter.ofResource(scope.tenantId()), new PageRequest(10, null)))
                .items())
        .singleElement()
        .satisfies(act -> assertThat(act.occurredAt()).isEqualTo(clock.instant()));
  }

  @Test
  void an_api_key_is_read_back() {
    Set<Permission> permissions = Set.of(Permission.PARTNERS_READ, Permission.AUDIT_READ);
    IssuedApiKey issued = in(() -> apiKeys.issue(context, "robot", permissions, null));
    assertThat(in(() -> apiKeys.authenticate(scope, issued.token(), clock.instant())))
        .get()
        .satisfies(key -> assertThat(key.permissions()).isEqualTo(permissions));
  }

  @Test
  void a_user_is_read_back() {
    User user = user("grace@example.com");
    assertThat(in(() -> people.users().find(scope, user.id()))).isPresent();
  }

  @Test
  void a_role_and_who_has_it_are_read_back() {
    RoleDetails details = new RoleDetails("Desk", Set.of(Permission.PARTNERS_READ));
    Role role = in(() -> people.roles().create(context, details));
    assertThat(in(() -> people.roles().get(scope, role.id())).details()).isEqualTo(details);
    User user = user("barbara@example.com");
    AssignedRoles both = new AssignedRoles(Set.of(StandardRole.AUDITOR), Set.of(role.id()));
    in(() -> people.assignments().assign(context, user.id(), 0, both));
    assertThat(in(() -> people.assignments().of(scope, user.id()))).isEqualTo(both);
  }

  @Test
  void a_password_and_its_attempts_are_read_back() {
    User user = user("hedy@example.com");
    HashedPassword password =
        new PasswordHasher((typed, salt, cost) -> new byte[32])
            .hash("a password of hers", user.email());
    in(
        () -> {
          people.passwords().set(context, user.id(), password);
          return null;
        });
    assertThat(in(() -> people.passwords().begin(scope, "Hedy@Example.com", clock.instant())))
        .contains(password);
    assertThat(in(() -> people.passwords().begin(scope, "hedy@example.com", clock.instant())))
        .contains(password);
  }

  @Test
  void a_session_is_read_back() {
    User user = user("joan@example.com");
    IssuedSession issued = in(() -> people.sessions().start(context, user.id(), "Desk/1.0"));
    assertThat(
            in(
                () ->
                    people
                        .sessions()
                        .open(scope, issued.session().id(), user.id(), clock.instant())))
        .get()
        .satisfies(session -> assertThat(session.userName()).isEqualTo("Grace"));
  }

  @Test
  void an_invoice_its_lines_and_what_happened_to_it_are_read_back() {
    BillingDoors billing =
        BillingDoors.of(
            domain.sessions(),
            tenants,
            customers,
            CatalogDoors.of(domain.sessions(), customers, audit),
            (whose, at) -> {},
            audit);
    Customer customer =
        in(() -> customers.create(context, new CustomerDetails("Nord", null, null, null)));
    Money price = Money.of(1470, "EUR");
    LineDetails line =
        new LineDetails(
            "Hosting", new BigDecimal("2.5"), price, new BigDecimal("0.1"), null, BigDecimal.ONE);
    InvoiceDraft draft =
        new InvoiceDraft(customer.id(), price.currency(), 14, "Thanks", List.of(line));
    Invoice invoice = in(() -> billing.invoices().create(context, draft));
    in(() -> billing.invoices().finalise(context, invoice.id(), 0));
    assertThat(in(() -> billing.invoices().get(scope, invoice.id())).totals())
        .isEqualTo(invoice.totals());
    assertThat(in(() -> billing.invoices().lines(scope, invoice.id())))
        .singleElement()
        .satisfies(read -> assertThat(read.details(price.currency())).isEqualTo(line));
    assertThat(
            in(() ->
                    billing
                        .events()
                        .list(
                            scope, new EventFilter(null, invoice.id()), new PageRequest(10, null)))
                .items())
        .singleElement()
        .satisfies(fact -> assertThat(fact.position()).isEqualTo(1));
  }

  @Test
  void a_link_is_read_back() {
    User user = user("radia@example.com");
    Seals seals = new Seals(List.of(SealingKey.parse(RunningPlatform.SEALING_KEY)));
    LinkDoors links =
        LinkDoors.of(
            domain.sessions(),
            tenants,
            people,
            new MessageService(domain.sessions(), tenants, seals, (tenant, id, at) -> {}, audit),
            audit);
    UUID mailed = in(() -> links.out().invite(context, user.id())).id();
    DeliveryService deliveries = new DeliveryService(domain.sessions(), tenants, seals);
    String token =
        Objects.requireNonNull(
            in(() -> deliveries.takeOut(scope, mailed, clock.instant())).orElseThrow().secret());
    assertThat(in(() -> links.back().look(scope, LinkPurpose.INVITATION, token, clock.instant())))
        .satisfies(found -> assertThat(found.id()).isEqualTo(user.id()));
  }

  @Test
  void an_identity_at_a_provider_is_read_back() {
    User user = user("margaret@example.com");
    UserIdentityService identities = new UserIdentityService(domain.sessions(), tenants, audit);
    ExternalIdentity identity = new ExternalIdentity("https://id.example.com", "radia");
    UserIdentity link = in(() -> identities.link(context, user.id(), identity));
    assertThat(in(() -> identities.get(scope, user.id(), link.id())))
        .satisfies(
            read -> {
              assertThat(read.identity()).isEqualTo(identity);
              assertThat(read.linkedAt()).isEqualTo(clock.instant());
              assertThat(read.linkedBy()).isEqualTo(context.actor());
            });
    assertThat(in(() -> identities.open(scope, identity)))
        .get()
        .satisfies(found -> assertThat(found.userId()).isEqualTo(user.id()));
  }

  private User user(String email) {
    return in(() -> people.users().register(context, new UserDetails(email, "Grace")));
  }

  @Test
  void a_customer_is_read_back_with_its_number() {
    Customer customer = customer();
    assertThat(in(() -> customers.get(scope, customer.id())).number()).startsWith("CUS-");
  }

  @Test
  void a_contact_of_a_customer_is_read_back() {
    Customer customer = customer();
    CustomerContactService contacts =
        new CustomerContactService(domain.sessions(), customers, audit);
    CustomerContactDetails details =
        new CustomerContactDetails("Ada", "ada@example.com", ContactRole.BILLING, true);
    CustomerContact contact = in(() -> contacts.add(context, customer.id(), details));
    assertThat(in(() -> contacts.get(scope, customer.id(), contact.id())).details())
        .isEqualTo(details);
  }

  @Test
  void the_catalogue_is_read_back() {
    CatalogDoors catalog = CatalogDoors.of(domain.sessions(), customers, audit);
    ProductCategory category = in(() -> catalog.categories().create(context, "servers", "Servers"));
    ProductDetails sold = new ProductDetails("Hosting", category.id(), new BigDecimal("0.19"));
    Product product = in(() -> catalog.products().create(context, "hosting", sold));
    PlanPricing price =
        new PlanPricing(product.id(), "hosting-1m", Money.of(1470, "KWD"), BillingCycle.MONTHLY);
    Plan plan = in(() -> catalog.plans().create(context, price, new PlanDetails("Hosting", 14)));
    PricingScope about = new PricingScope(null, plan.id(), customer().id());
    PricingRuleDetails discount =
        new PricingRuleDetails(
            "Spring", BigDecimal.TEN, new BigDecimal("0.1"), context.at(), null, 3);
    PricingRule rule = in(() -> catalog.rules().create(context, about, discount));

    assertThat(in(() -> catalog.categories().get(scope, category.id())).name())
        .isEqualTo("Servers");
    assertThat(in(() -> catalog.products().get(scope, product.id())).details()).isEqualTo(sold);
    assertThat(in(() -> catalog.plans().get(scope, plan.id())).pricing()).isEqualTo(price);
    assertThat(in(() -> catalog.rules().get(scope, rule.id())))
        .satisfies(
            read -> {
              assertThat(read.about()).isEqualTo(about);
              assertThat(read.details()).isEqualTo(discount);
            });
  }

  @Test
  void a_partner_his_people_and_his_customers_are_read_back() {
    Partner partner = in(() -> partners.create(context, partnerDetails("Borealis")));
    in(() -> partners.activate(context, partner.id(), 0));
    PartnerUser person =
        in(
            () ->
                partnerUsers.add(
                    context,
                    partner.id(),
                    new PartnerUserDetails(
                        "Edsger", "D", "e@example.com", PartnerRole.PARTNER_OWNER, true, null)));
    Customer customer = customer();
    PartnerAccount account =
        in(
            () ->
                partnerAccounts.assign(
                    context,
                    partner.id(),
                    customer.id(),
                    new PartnerAccountDetails("referral", new BigDecimal("0.05"), null)));

    assertThat(in(() -> partners.get(scope, partner.id())).number()).startsWith("PTR-");
    assertThat(in(() -> partnerUsers.get(scope, partner.id(), person.id())).id())
        .isEqualTo(person.id());
    assertThat(in(() -> partnerAccounts.get(scope, partner.id(), account.id())).id())
        .isEqualTo(account.id());
  }

  @Test
  void reading_a_row_by_its_id_prepares_one_statement() throws Exception {
    Customer customer = customer();
    long statements =
        StatementCount.of(domain.factory())
            .during(() -> in(() -> customers.get(scope, customer.id())));
    // Naming the tenant goes past Hibernate; what it prepares is the one read.
    assertThat(statements).isEqualTo(1);
  }

  private Customer customer() {
    return in(() -> customers.create(context, new CustomerDetails("Cirrus", null, "IT", null)));
  }

  private static PartnerDetails partnerDetails(String name) {
    return new PartnerDetails(
        name,
        null,
        null,
        PartnerTier.SILVER,
        CommissionModel.REVENUE_SHARE,
        new BigDecimal("0.15"),
        "office@example.com",
        null,
        null,
        "IT",
        null,
        Map.of("region", "north"));
  }

  private <T> T in(Supplier<T> work) {
    return domain.in(scope, work);
  }
}
