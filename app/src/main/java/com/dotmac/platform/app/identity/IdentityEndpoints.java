package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.identity.ApiKeyException;
import com.dotmac.platform.domain.identity.ApiKeyService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts API keys on the wire. */
public final class IdentityEndpoints {

  private IdentityEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param keys the door to API keys
   */
  public static void register(
      JerseyEnvironment jersey, DomainProblems problems, ApiKeyService keys) {
    problems.add(
        ApiKeyException.class,
        Map.of(
            ApiKeyException.InvalidName.class, ProblemCode.VALIDATION_FAILED,
            ApiKeyException.InvalidExpiry.class, ProblemCode.VALIDATION_FAILED,
            ApiKeyException.NotFound.class, ProblemCode.API_KEY_NOT_FOUND,
            ApiKeyException.NotActive.class, ProblemCode.API_KEY_NOT_ACTIVE,
            ApiKeyException.GrantsTooMuch.class, ProblemCode.API_KEY_GRANTS_TOO_MUCH,
            ApiKeyException.OnlyForThePlatform.class, ProblemCode.API_KEY_GRANTS_TOO_MUCH));
    jersey.register(new ApiKeyResource(keys));
  }
}
