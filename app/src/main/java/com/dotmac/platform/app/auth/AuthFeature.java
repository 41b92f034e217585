package com.dotmac.platform.app.auth;

import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.auth.Authenticator;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;

/**
 * Closes every endpoint of ours: one that does not say which permission it requires stops the
 * application at start, so that none is open by oversight.
 */
public final class AuthFeature implements DynamicFeature {

  private static final String OURS = "com.dotmac.platform.";

  private final BearerFilter credentials;

  private final PartnerSeats seats;

  private AuthFeature(BearerFilter credentials, PartnerSeats seats) {
    this.credentials = credentials;
    this.seats = seats;
  }

  /**
   * Registers authentication and authorisation.
   *
   * @param jersey where
   * @param authenticator checks credentials
   * @param seats finds for which partner a caller acts
   */
  public static void register(
      JerseyEnvironment jersey, Authenticator<String, Caller> authenticator, PartnerSeats seats) {
    jersey.register(new AuthFeature(BearerFilter.of(authenticator), seats));
    jersey.register(new AuthValueFactoryProvider.Binder<>(Caller.class));
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (!resource.getResourceClass().getName().startsWith(OURS)) {
      return;
    }
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(OpenToAll.class)) {
      return;
    }
    if (!asksForCredential(method)) {
      throw new IllegalStateException(
          method
              + " says neither which permission it requires nor @ForPartner, @ForEveryCaller or @OpenToAll");
    }
    context.register(credentials);
    ForPartner forPartner = method.getAnnotation(ForPartner.class);
    if (forPartner != null) {
      context.register(new PartnerFilter(forPartner.value(), seats));
      return;
    }
    Requires requires = method.getAnnotation(Requires.class);
    context.register(new PermissionFilter(requires == null ? null : requires.value()));
  }

  /** Whether an endpoint lets nobody pass without a good credential. */
  public static boolean asksForCredential(Method method) {
    return method.isAnnotationPresent(Requires.class)
        || method.isAnnotationPresent(ForPartner.class)
        || method.isAnnotationPresent(ForEveryCaller.class);
  }
}
