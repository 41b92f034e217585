package com.dotmac.platform.app.http;

import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.component.LifeCycle;

/** Puts the shared behaviour of HTTP in place. */
public final class HttpSetup {

  private static final String EVERYWHERE = "/*";
  private static final long UNLIMITED = -1;

  private HttpSetup() {}

  /**
   * Registers filters and mappers.
   *
   * @param serverFactory server that is about to be built; its own exception mappers are left out,
   *     so that every refusal has one shape
   * @param settings limits
   * @param environment where to register
   * @param problems refusals of the domain
   */
  public static void apply(
      ServerFactory serverFactory,
      HttpSettings settings,
      Environment environment,
      DomainProblems problems) {
    if (serverFactory instanceof AbstractServerFactory factory) {
      factory.setRegisterDefaultExceptionMappers(false);
      answerForTheServer(environment, factory.getAllowedMethods());
    }
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new RequestEnd());
    jersey.register(new RequestId());
    jersey.register(new PlainAddress());
    jersey.register(new QueryParameterFilter());
    jersey.register(new CodeParameters());
    jersey.register(new InstantParameters());
    jersey.register(new DateParameters());
    jersey.register(new PlainParameters());
    jersey.register(problems);
    ExceptionMappers.register(jersey);
    limit(environment, settings);
    EnumSet<DispatcherType> requests = EnumSet.of(DispatcherType.REQUEST);
    environment
        .servlets()
        .addFilter("security-headers", new SecurityHeaders())
        .addMappingForUrlPatterns(requests, false, EVERYWHERE);
    environment
        .admin()
        .addFilter("security-headers", new SecurityHeaders())
        .addMappingForUrlPatterns(requests, false, EVERYWHERE);
    environment
        .servlets()
        .addServlet("problems", new ProblemPages())
        .addMapping(ProblemPages.ROOT + EVERYWHERE);
  }

  private static void answerForTheServer(Environment environment, Set<String> methods) {
    ProblemErrorHandler handler = new ProblemErrorHandler(environment.getObjectMapper(), methods);
    environment.getApplicationContext().setErrorHandler(handler);
    environment.getAdminContext().setErrorHandler(handler);
    environment
        .lifecycle()
        .addEventListener(
            new LifeCycle.Listener() {
              @Override
              public void lifeCycleStarting(LifeCycle starting) {
                if (starting instanceof Server server) {
                  server.setErrorHandler(handler);
                }
              }
            });
  }

  private static void limit(Environment environment, HttpSettings settings) {
    environment
        .getApplicationContext()
        .insertHandler(new SizeLimitHandler(settings.getMaxBodySize().toBytes(), UNLIMITED));
    if (!settings.origins().isEmpty()) {
      environment.getApplicationContext().insertHandler(pagesOfOthers(settings.origins()));
    }
  }

  private static CrossOriginHandler pagesOfOthers(Set<String> origins) {
    CrossOriginHandler handler = new CrossOriginHandler();
    handler.setAllowedOriginPatterns(
        origins.stream().map(Pattern::quote).collect(Collectors.toUnmodifiableSet()));
    handler.setAllowedMethods(Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    handler.setAllowedHeaders(
        Set.of("Authorization", "Content-Type", "Idempotency-Key", "If-Match", RequestId.HEADER));
    handler.setExposedHeaders(
        Set.of(
            "ETag",
            "Idempotency-Replayed",
            "Link",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            RequestId.HEADER));
    // A key is sent in a header by the page itself; cookies are never asked for.
    handler.setAllowCredentials(false);
    return handler;
  }
}
