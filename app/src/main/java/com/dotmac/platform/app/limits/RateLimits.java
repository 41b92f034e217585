package com.dotmac.platform.app.limits;

import com.dotmac.platform.app.auth.AuthFeature;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
import jakarta.ws.rs.container.DynamicFeature;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;

/** Puts the limits in place. */
public final class RateLimits {

  private RateLimits() {}

  /**
   * Registers the filters.
   *
   * @param environment where
   * @param settings how much is allowed
   * @param clock tells how much time has passed
   */
  public static void register(Environment environment, RateLimitSettings settings, Clock clock) {
    Duration per = settings.getPer().toJavaDuration();
    CredentialLimit ofCredential =
        new CredentialLimit(new Buckets(settings.getRequests(), per, clock));
    environment
        .jersey()
        .register(
            (DynamicFeature)
                (resource, context) -> {
                  if (AuthFeature.asksForCredential(resource.getResourceMethod())) {
                    context.register(ofCredential);
                  }
                });
    environment
        .servlets()
        .addFilter(
            "address-limit",
            new AddressLimit(new Buckets(settings.getRefusedCredentials(), per, clock)))
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/api/*");
    environment
        .servlets()
        .addFilter("sign-in-limit", new SignInLimit(new Buckets(settings.getSignIns(), per, clock)))
        .addMappingForUrlPatterns(
            EnumSet.of(DispatcherType.REQUEST),
            false,
            "/api/v1/sign-in",
            "/api/v1/password-resets/*",
            "/api/v1/email-verifications",
            "/api/v1/invitations/*",
            "/api/v1/partner-invitations/*",
            "/api/v1/apply/*");
  }
}
