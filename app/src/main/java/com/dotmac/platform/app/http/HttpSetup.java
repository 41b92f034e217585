package com.dotmac.platform.app.http;

import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.setup.Environment;

/** Puts the shared behaviour of HTTP in place. */
public final class HttpSetup {

  private HttpSetup() {}

  /**
   * Registers filters and mappers.
   *
   * @param serverFactory server that is about to be built; its own exception mappers are left out,
   *     so that every refusal has one shape
   * @param environment where to register
   * @param problems refusals of the domain
   */
  public static void apply(
      ServerFactory serverFactory, Environment environment, DomainProblems problems) {
    if (serverFactory instanceof AbstractServerFactory factory) {
      factory.setRegisterDefaultExceptionMappers(false);
    }
    environment.jersey().register(new RequestEnd());
    environment.jersey().register(new RequestId());
    environment.jersey().register(new QueryParameterFilter());
    environment.jersey().register(new CodeParameters());
    environment.jersey().register(problems);
    ExceptionMappers.register(environment.jersey());
  }
}
