package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.identity.UserIdentityException;
import com.dotmac.platform.domain.identity.UserIdentityService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts who people are at OpenID providers on the wire. */
public final class UserIdentityEndpoints {

  private UserIdentityEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param identities the door to identities
   */
  public static void register(
      JerseyEnvironment jersey, DomainProblems problems, UserIdentityService identities) {
    problems.add(
        UserIdentityException.class,
        Map.of(
            UserIdentityException.NotFound.class, ProblemCode.USER_IDENTITY_NOT_FOUND,
            UserIdentityException.Taken.class, ProblemCode.USER_IDENTITY_TAKEN,
            UserIdentityException.InvalidDetails.class, ProblemCode.VALIDATION_FAILED));
    jersey.register(new UserIdentityResource(identities));
  }
}
