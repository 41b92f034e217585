package com.dotmac.platform.app.idempotency;

import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.idempotency.IdempotencyException;
import com.dotmac.platform.domain.idempotency.IdempotencyService;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.hibernate.UnitOfWork;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Map;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;

/**
 * Lets every POST that has a caller and a unit of work be repeated under an {@code
 * Idempotency-Key}.
 */
public final class IdempotencyFeature implements DynamicFeature {

  private IdempotencyFeature() {}

  /**
   * Registers the feature.
   *
   * @param jersey where
   * @param problems where refusals go
   * @param answers the door to stored answers
   * @param mapper writes answers
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      IdempotencyService answers,
      ObjectMapper mapper) {
    problems.add(
        IdempotencyException.class,
        Map.of(
            IdempotencyException.InFlight.class, ProblemCode.IDEMPOTENCY_KEY_IN_USE,
            IdempotencyException.OtherRequest.class, ProblemCode.IDEMPOTENCY_KEY_REUSED));
    jersey.register(new IdempotencyFeature());
    jersey.register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(new OncePerKey(answers, mapper)).to(ResourceMethodInvocationHandlerProvider.class);
          }
        });
  }

  /** Whether the method can be done once per key. */
  public static boolean applies(Method method) {
    return method.isAnnotationPresent(POST.class)
        && (method.isAnnotationPresent(Requires.class)
            || method.isAnnotationPresent(ForPartner.class))
        && method.isAnnotationPresent(UnitOfWork.class)
        && method.getReturnType() == Response.class;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    boolean required = method.isAnnotationPresent(IdempotencyRequired.class);
    if (applies(method)) {
      context.register(new IdempotencyFilter(route(resource.getResourceClass(), method), required));
    } else if (required) {
      throw new IllegalStateException(
          method
              + " requires a key and is no POST with a permission, a unit of work and a Response");
    }
  }

  private static String route(Class<?> resource, Method method) {
    Path root = resource.getAnnotation(Path.class);
    Path under = method.getAnnotation(Path.class);
    return "POST " + (root == null ? "" : root.value()) + (under == null ? "" : under.value());
  }
}
