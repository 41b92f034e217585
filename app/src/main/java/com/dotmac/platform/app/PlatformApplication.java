package com.dotmac.platform.app;

import com.dotmac.platform.app.audit.VerifyAuditCommand;
import com.dotmac.platform.app.auth.AccessTokens;
import com.dotmac.platform.app.billing.events.EventDelivery;
import com.dotmac.platform.app.communications.MailDelivery;
import com.dotmac.platform.app.configuration.ConfigurationSource;
import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.HttpSetup;
import com.dotmac.platform.app.http.JsonSetup;
import com.dotmac.platform.app.http.RequestMetrics;
import com.dotmac.platform.app.identity.CreateAdminCommand;
import com.dotmac.platform.app.identity.CreateApiKeyCommand;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.app.limits.RateLimits;
import com.dotmac.platform.app.partners.payouts.PayoutDelivery;
import com.dotmac.platform.app.persistence.PersistenceBundle;
import com.dotmac.platform.app.schema.SchemaGate;
import com.dotmac.platform.app.schema.SchemaSurface;
import com.dotmac.platform.app.tenancy.CreateTenantCommand;
import com.dotmac.platform.domain.billing.events.EventTelling;
import com.dotmac.platform.domain.communications.DeliveryService;
import com.dotmac.platform.domain.schema.RequiredCatalog;
import com.dotmac.platform.domain.schema.RequiredSchema;
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
    Jobs jobs =
        new Jobs(
            sessionFactory,
            persistence.pool(),
            configuration.getJobs(),
            clock,
            environment.getObjectMapper());
    Doors doors =
        Doors.of(
            sessionFactory,
            jobs,
            configuration.getSealing().seals(),
            configuration.getPayments(),
            configuration.getPayouts(),
            clock);
    DomainProblems problems = new DomainProblems();
    HttpSetup.apply(
        configuration.getServerFactory(), configuration.getApi(), environment, problems);
    RateLimits.register(environment, configuration.getRateLimit(), clock);
    AccessTokens tokens = new AccessTokens(configuration.getSignIn(), clock);
    Credentials.register(environment, configuration, doors, tokens);
    Endpoints.register(environment, problems, configuration.getMail(), doors, tokens);
    watch(configuration, environment, doors);
    environment.lifecycle().manage(jobs);
  }

  /** What operators see, and the work that they see the figures of. */
  private void watch(PlatformConfiguration configuration, Environment environment, Doors doors) {
    environment.lifecycle().addServerLifecycleListener(this::announce);
    persistence.nameHealthCheck(environment, "database");
    PrometheusRegistry metrics = new PrometheusRegistry();
    environment.jersey().register(new RequestMetrics(metrics));
    MailDelivery.register(
        environment,
        configuration.getMail(),
        doors.jobs(),
        persistence.pool(),
        new DeliveryService(doors.sessions(), doors.tenants(), doors.seals()),
        doors.unitsOfWork(),
        clock,
        metrics);
    EventDelivery.register(
        environment,
        doors.jobs(),
        persistence.pool(),
        doors.consumers(),
        new EventTelling(doors.sessions()),
        doors.unitsOfWork(),
        clock,
        metrics);
    PayoutDelivery.register(
        environment,
        doors.jobs(),
        persistence.pool(),
        doors.payouts(),
        doors.unitsOfWork(),
        clock,
        metrics);
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
