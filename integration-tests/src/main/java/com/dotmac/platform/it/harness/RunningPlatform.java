package com.dotmac.platform.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dotmac.platform.app.PlatformApplication;
import com.dotmac.platform.app.PlatformConfiguration;
import com.dotmac.platform.app.configuration.ConfigurationSource;
import com.dotmac.platform.domain.schema.RequiredSchema;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationFactoryFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.testing.DropwizardTestSupport;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.SessionFactory;

/**
 * The application, whole, inside this JVM, on free ports and on a test database as the role it has
 * in production; its settings are the packaged ones. Notes in {@link EntityCoverage} what it saves
 * and reads. Never touches the environment of the process, so that many can run at once.
 */
public final class RunningPlatform implements AutoCloseable {
  /** Signs access tokens where a test does not say with what. */
  private static final String KEY_OF_TESTS =
      Base64.getEncoder().encodeToString("a key that signs in tests alone!".getBytes(UTF_8));

  /** What secrets are sealed with in tests, in Base64. */
  public static final String SEALING_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private final PlatformApplication application;
  private final DropwizardTestSupport<PlatformConfiguration> server;

  private RunningPlatform(
      PlatformApplication application, DropwizardTestSupport<PlatformConfiguration> server) {
    this.application = application;
    this.server = server;
  }

  /** Starts on this database, by the clock of the machine. */
  public static RunningPlatform on(TestDatabase database) {
    return on(database, Clock.systemUTC());
  }

  /** Starts on this database and tells the time by this clock. */
  public static RunningPlatform on(TestDatabase database, Clock clock) {
    return on(database.environmentOfApp(), clock, RequiredSchema.ofThisBuild());
  }

  /**
   * Starts with these variables, as of a process, and asks for this schema.
   *
   * @throws IllegalStateException if the application refuses to start; nothing is left running then
   */
  public static RunningPlatform on(
      Map<String, String> environment, Clock clock, RequiredSchema required) {
    return start(configuration(environment), clock, required);
  }

  /**
   * Starts on this database with the packaged settings, changed in this way.
   *
   * @throws IllegalStateException if the application refuses to start; nothing is left running then
   */
  public static RunningPlatform on(
      TestDatabase database, Consumer<PlatformConfiguration> settings) {
    return on(database, Clock.systemUTC(), settings);
  }

  /**
   * Starts on this database by this clock, with the packaged settings changed in this way.
   *
   * @throws IllegalStateException if the application refuses to start; nothing is left running then
   */
  public static RunningPlatform on(
      TestDatabase database, Clock clock, Consumer<PlatformConfiguration> settings) {
    PlatformConfiguration configuration = configuration(database.environmentOfApp());
    settings.accept(configuration);
    return start(configuration, clock, RequiredSchema.ofThisBuild());
  }

  /** A setting with which rows change by requests alone: what is planned stays planned. */
  public static void doesNothingByItself(PlatformConfiguration configuration) {
    configuration.getJobs().setPollEvery(Duration.days(1));
    configuration.getJobs().setRecurring(false);
  }

  private static RunningPlatform start(
      PlatformConfiguration configuration, Clock clock, RequiredSchema required) {
    PlatformApplication platform = new PlatformApplication(clock, required);
    DropwizardTestSupport<PlatformConfiguration> server =
        new DropwizardTestSupport<>(PlatformApplication.class, configuration) {
          @Override
          public PlatformApplication newApplication() {
            return platform;
          }
        };
    boolean started = false;
    try {
      server.before();
      started = true;
      EntityCoverage.record(platform.sessionFactory());
      return new RunningPlatform(platform, server);
    } catch (Exception e) {
      throw new IllegalStateException("The application did not start", e);
    } finally {
      if (!started) {
        server.after();
      }
    }
  }

  /** Address of a path of the API, {@code /api/v1/partners}. */
  public URI uri(String path) {
    return URI.create("http://localhost:%d%s".formatted(server.getLocalPort(), path));
  }

  /** Address of a path of the administration, {@code /healthcheck}. */
  public URI adminUri(String path) {
    return URI.create("http://localhost:%d%s".formatted(server.getAdminPort(), path));
  }

  /** The clock that the application goes by. */
  public Clock clock() {
    return application.clock();
  }

  /** Sessions of the application's database, to count statements. */
  public SessionFactory sessionFactory() {
    return application.sessionFactory();
  }

  @Override
  public void close() {
    server.after();
  }

  private static PlatformConfiguration configuration(Map<String, String> environment) {
    Map<String, String> variables =
        new LinkedHashMap<>(
            Map.of("PORT", "0", "ADMIN_PORT", "0", "DATABASE_POOL_SIZE", "8", "LOG_LEVEL", "WARN"));
    variables.put("ACCESS_LOG_LEVEL", "OFF");
    variables.put("SEALING_KEYS", SEALING_KEY);
    // Another instance sends: mails wait where a test has no mail server.
    variables.put("MAIL_PUBLIC_URL", "https://billing.example");
    // Many tests share one address, and some are in a hurry.
    variables.put("RATE_LIMIT_REQUESTS", "1000000");
    variables.put("RATE_LIMIT_REFUSED_CREDENTIALS", "1000000");
    variables.put("RATE_LIMIT_SIGN_INS", "1000000");
    variables.put("ACCESS_TOKEN_KEYS", KEY_OF_TESTS);
    // What comes round by the clock would come in the middle of whatever a test looks at.
    variables.put("JOBS_RECURRING", "false");
    variables.putAll(environment);
    ConfigurationFactoryFactory<PlatformConfiguration> factory =
        new ConfigurationSource("app.yml", variables).factory();
    try {
      return factory
          .create(
              PlatformConfiguration.class,
              Validators.newValidator(),
              Jackson.newObjectMapper(),
              // A prefix that no system property has: tests beside this one may set theirs.
              "settings-of-a-test")
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new IllegalStateException("The packaged settings are not valid", e);
    }
  }
}
