package com.dotmac.platform.app;

import com.dotmac.platform.app.audit.AuditActivityResource;
import com.dotmac.platform.app.audit.VerifyAuditCommand;
import com.dotmac.platform.app.auth.AccessTokens;
import com.dotmac.platform.app.auth.ApiKeyAuthenticator;
import com.dotmac.platform.app.auth.AuthFeature;
import com.dotmac.platform.app.auth.EitherCredential;
import com.dotmac.platform.app.auth.SessionAuthenticator;
import com.dotmac.platform.app.auth.TenantSlugs;
import com.dotmac.platform.app.auth.openid.OpenIdProviders;
import com.dotmac.platform.app.communications.CommunicationsEndpoints;
import com.dotmac.platform.app.communications.MailDelivery;
import com.dotmac.platform.app.communications.MailSettings;
import com.dotmac.platform.app.communications.PlannedDispatch;
import com.dotmac.platform.app.configuration.ConfigurationSource;
import com.dotmac.platform.app.customers.CustomersEndpoints;
import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.HttpSetup;
import com.dotmac.platform.app.http.JsonSetup;
import com.dotmac.platform.app.http.RequestMetrics;
import com.dotmac.platform.app.idempotency.IdempotencyFeature;
import com.dotmac.platform.app.identity.CreateAdminCommand;
import com.dotmac.platform.app.identity.CreateApiKeyCommand;
import com.dotmac.platform.app.identity.IdentityEndpoints;
import com.dotmac.platform.app.identity.LinkDoors;
import com.dotmac.platform.app.identity.LinkEndpoints;
import com.dotmac.platform.app.identity.LinkSetUp;
import com.dotmac.platform.app.identity.PasswordNotice;
import com.dotmac.platform.app.identity.PeopleDoors;
import com.dotmac.platform.app.identity.PeopleEndpoints;
import com.dotmac.platform.app.identity.UserIdentityEndpoints;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.app.limits.RateLimits;
import com.dotmac.platform.app.openapi.OpenApiResource;
import com.dotmac.platform.app.partners.PartnersEndpoints;
import com.dotmac.platform.app.persistence.PersistenceBundle;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.app.schema.SchemaGate;
import com.dotmac.platform.app.schema.SchemaSurface;
import com.dotmac.platform.app.tenancy.CreateTenantCommand;
import com.dotmac.platform.app.tenancy.TenantsEndpoints;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.communications.DeliveryService;
import com.dotmac.platform.domain.communications.MessageService;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.idempotency.IdempotencyService;
import com.dotmac.platform.domain.identity.ApiKeyService;
import com.dotmac.platform.domain.identity.UserIdentityService;
import com.dotmac.platform.domain.identity.signin.Argon2id;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.schema.RequiredCatalog;
import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.CheckCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.validation.Validators;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hibernate.SessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application: puts the parts together and decides nothing. */
public final class PlatformApplication extends Application<PlatformConfiguration> {

  private static final Logger LOGGER = LoggerFactory.getLogger(PlatformApplication.class);
  private static final String PACKAGED_CONFIGURATION = "app.yml";

  private final Clock clock;
  private final RequiredSchema required;
  private final PersistenceBundle persistence = new PersistenceBundle();

  /** The application of this build, on the clock of the machine. */
  public PlatformApplication() {
    this(Clock.systemUTC(), RequiredSchema.ofThisBuild());
  }

  /**
   * The application on another clock or for another schema.
   *
   * @param clock tells the instant of requests
   * @param required what the database must have seen
   */
  public PlatformApplication(Clock clock, RequiredSchema required) {
    this.clock = clock;
    this.required = required;
  }

  /**
   * Runs the command that the arguments name.
   *
   * @param arguments command, options, configuration file
   * @throws Exception if the command line itself fails
   */
  public static void main(String[] arguments) throws Exception {
    new PlatformApplication().run(arguments);
  }

  @Override
  public String getName() {
    return "dotmac-platform";
  }

  @Override
  protected void addDefaultCommands(Bootstrap<PlatformConfiguration> bootstrap) {
    bootstrap.addCommand(new PlatformServerCommand(this));
    bootstrap.addCommand(new CheckCommand<>(this));
    bootstrap.addCommand(new CreateTenantCommand(this));
    bootstrap.addCommand(new CreateApiKeyCommand(this));
    bootstrap.addCommand(new CreateAdminCommand(this));
    bootstrap.addCommand(new VerifyAuditCommand(this));
  }

  @Override
  public void initialize(Bootstrap<PlatformConfiguration> bootstrap) {
    ConfigurationSource source = new ConfigurationSource(PACKAGED_CONFIGURATION, System.getenv());
    bootstrap.setConfigurationSourceProvider(source.files());
    bootstrap.setConfigurationFactoryFactory(source.factory());
    bootstrap.setValidatorFactory(
        // The API speaks one language, whatever that of the server is.
        Validators.newConfiguration().defaultLocale(Locale.ENGLISH).buildValidatorFactory());
    JsonSetup.apply(bootstrap.getObjectMapper());
    bootstrap.addBundle(new SchemaGate(required, RequiredCatalog.ofThisBuild()));
    bootstrap.addBundle(persistence);
  }

  @Override
  public void run(PlatformConfiguration configuration, Environment environment) {
    SessionFactory sessionFactory = persistence.getSessionFactory();
    TenantSessions sessions = new TenantSessions(sessionFactory);
    AuditLog audit = new AuditLog(sessions);
    CustomerService customers = new CustomerService(sessions, audit);
    TenantService tenants = new TenantService(sessions, audit);
    ApiKeyService keys = new ApiKeyService(sessions, tenants, audit);
    UnitsOfWork unitsOfWork = new UnitsOfWork(sessionFactory);
    Jobs jobs =
        new Jobs(
            sessionFactory,
            persistence.pool(),
            configuration.getJobs(),
            clock,
            environment.getObjectMapper());
    Seals seals = configuration.getSealing().seals();
    MessageService messages =
        new MessageService(sessions, tenants, seals, new PlannedDispatch(jobs), audit);
    DomainProblems problems = new DomainProblems();
    HttpSetup.apply(
        configuration.getServerFactory(), configuration.getApi(), environment, problems);
    RateLimits.register(environment, configuration.getRateLimit(), clock);
    PeopleDoors people = PeopleDoors.of(sessions, tenants, seals, audit);
    UserIdentityService identities = new UserIdentityService(sessions, tenants, audit);
    AccessTokens tokens = new AccessTokens(configuration.getSignIn(), clock);
    AuthFeature.register(
        environment.jersey(),
        new EitherCredential(
            new ApiKeyAuthenticator(keys, unitsOfWork, clock),
            new SessionAuthenticator(tokens, people.sessions(), unitsOfWork, clock),
            OpenIdProviders.of(
                configuration.getOpenIdProviders(),
                environment,
                identities,
                new TenantSlugs(tenants, unitsOfWork),
                unitsOfWork,
                clock)));
    TenantsEndpoints.register(environment.jersey(), problems, tenants, unitsOfWork);
    IdentityEndpoints.register(environment.jersey(), problems, keys);
    PasswordHasher hasher = new PasswordHasher(new Argon2id());
    MailSettings mail = configuration.getMail();
    PasswordNotice notice = new PasswordNotice(messages, mail.hasPublicUrl());
    PeopleEndpoints.register(
        environment.jersey(),
        problems,
        people,
        tenants,
        tokens,
        notice,
        hasher,
        unitsOfWork,
        clock);
    UserIdentityEndpoints.register(environment.jersey(), problems, identities);
    LinkDoors links = LinkDoors.of(sessions, tenants, people, messages, audit);
    LinkEndpoints.register(
        environment.jersey(),
        problems,
        links,
        people,
        tenants,
        new LinkSetUp(mail.hasPublicUrl(), seals.isConfigured()),
        jobs,
        notice,
        hasher,
        unitsOfWork,
        clock);
    if (mail.isConfigured()) {
      LinkEndpoints.work(jobs, links.out(), unitsOfWork, clock);
    }
    IdempotencyFeature.register(
        environment.jersey(),
        problems,
        new IdempotencyService(sessions),
        environment.getObjectMapper());
    CustomersEndpoints.register(environment.jersey(), problems, customers);
    PartnersEndpoints.register(environment.jersey(), problems, sessions, customers, audit);
    CommunicationsEndpoints.register(environment.jersey(), problems, messages);
    environment.jersey().register(new AuditActivityResource(audit));
    environment.jersey().register(new OpenApiResource());

    environment.lifecycle().addServerLifecycleListener(this::announce);
    persistence.nameHealthCheck(environment, "database");
    PrometheusRegistry metrics = new PrometheusRegistry();
    environment.jersey().register(new RequestMetrics(metrics));
    MailDelivery.register(
        environment,
        mail,
        jobs,
        persistence.pool(),
        new DeliveryService(sessions, tenants, seals),
        unitsOfWork,
        clock,
        metrics);
    environment.lifecycle().manage(jobs);
    SchemaSurface.register(
        configuration, environment, required, RequiredCatalog.ofThisBuild(), clock, metrics);
  }

  private void announce(Server server) {
    LOGGER.info("The database has all changes up to {}", required.version());
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof ServerConnector open) {
        LOGGER.info("Serving {} on port {}", open.getName(), open.getLocalPort());
      }
    }
  }

  /** Sessions of the running application's database. */
  public SessionFactory sessionFactory() {
    return persistence.getSessionFactory();
  }

  /** The clock of the application. */
  public Clock clock() {
    return clock;
  }

  @Override
  protected void onFatalError(Throwable t) {
    System.exit(StartFailure.exitCode(t));
  }
}
