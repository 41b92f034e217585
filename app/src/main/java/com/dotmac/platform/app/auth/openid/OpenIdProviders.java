package com.dotmac.platform.app.auth.openid;

import com.dotmac.platform.app.auth.ForeignCredentials;
import com.dotmac.platform.app.auth.TenantSlugs;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.UserIdentityService;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.util.Duration;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Puts the providers of the configuration together. None of them is asked for anything at start.
 */
public final class OpenIdProviders {

  private OpenIdProviders() {}

  /**
   * What checks the tokens of the providers.
   *
   * @param settings the providers
   * @param environment where keys are fetched in the background
   * @param identities the door to who people are there
   * @param slugs finds the tenant that a token names
   * @param unitsOfWork where users are looked at
   * @param clock tells whether tokens and keys are good
   */
  public static ForeignCredentials of(
      List<OpenIdSettings> settings,
      Environment environment,
      UserIdentityService identities,
      TenantSlugs slugs,
      UnitsOfWork unitsOfWork,
      Clock clock) {
    List<OpenIdSettings> configured =
        settings.stream().filter(OpenIdSettings::isConfigured).toList();
    Map<String, ProviderTokens> providers = new LinkedHashMap<>();
    if (!configured.isEmpty()) {
      ExecutorService background = background(environment);
      ProviderRequests requests = new ProviderRequests(ProviderRequests.PATIENCE);
      configured.forEach(
          provider ->
              providers.put(
                  provider.getIssuer(),
                  new ProviderTokens(
                      provider,
                      new ProviderKeys(new PublishedKeys(provider, requests), background, clock),
                      clock)));
    }
    return new OpenIdAuthenticator(providers, identities, slugs, unitsOfWork, clock);
  }

  /** What was not begun when the server stops is left undone: keys are at hand meanwhile. */
  private static ExecutorService background(Environment environment) {
    return environment
        .lifecycle()
        .executorService("openid-keys-%d")
        .maxThreads(1)
        .rejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy())
        .shutdownTime(Duration.seconds(1))
        .build();
  }
}
