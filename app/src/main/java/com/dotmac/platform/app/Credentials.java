package com.dotmac.platform.app;

import com.dotmac.platform.app.auth.AccessTokens;
import com.dotmac.platform.app.auth.ApiKeyAuthenticator;
import com.dotmac.platform.app.auth.AuthFeature;
import com.dotmac.platform.app.auth.EitherCredential;
import com.dotmac.platform.app.auth.PartnerSeats;
import com.dotmac.platform.app.auth.SessionAuthenticator;
import com.dotmac.platform.app.auth.TenantSlugs;
import com.dotmac.platform.app.auth.openid.OpenIdProviders;
import com.dotmac.platform.domain.partners.PartnerSeatService;
import io.dropwizard.core.setup.Environment;

/** Lets callers in: with an API key, with a token of a session, with one of a trusted provider. */
final class Credentials {

  private Credentials() {}

  /**
   * Registers the checks.
   *
   * @param environment where
   * @param configuration which providers are trusted
   * @param doors who is known
   * @param tokens reads the tokens of sessions
   */
  static void register(
      Environment environment,
      PlatformConfiguration configuration,
      Doors doors,
      AccessTokens tokens) {
    AuthFeature.register(
        environment.jersey(),
        new EitherCredential(
            new ApiKeyAuthenticator(doors.keys(), doors.unitsOfWork(), doors.clock()),
            new SessionAuthenticator(
                tokens, doors.people().sessions(), doors.unitsOfWork(), doors.clock()),
            OpenIdProviders.of(
                configuration.getOpenIdProviders(),
                environment,
                doors.identities(),
                new TenantSlugs(doors.tenants(), doors.unitsOfWork()),
                doors.unitsOfWork(),
                doors.clock())),
        new PartnerSeats(new PartnerSeatService(doors.sessions()), doors.unitsOfWork()));
  }
}
