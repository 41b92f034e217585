package com.dotmac.platform.app.auth.openid;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the keys that a provider publishes, each time anew: from the address in the settings, or
 * from the one that the provider names, so that it may move them.
 */
final class PublishedKeys implements JWKSetSource<SecurityContext> {

  private static final Logger LOGGER = LoggerFactory.getLogger(PublishedKeys.class);

  private final OpenIdSettings provider;
  private final ResourceRetriever requests;

  PublishedKeys(OpenIdSettings provider, ResourceRetriever requests) {
    this.provider = provider;
    this.requests = requests;
  }

  /** {@inheritDoc} Logs a failure: whoever calls waits before he asks again, and floods no log. */
  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      return new URLBasedJWKSetSource<>(address(), requests).getJWKSet(refresh, now, context);
    } catch (KeySourceException e) {
      LOGGER.warn("The keys of {} cannot be fetched: {}", provider.getIssuer(), e.getMessage());
      throw e;
    }
  }

  @Override
  public void close() {
    // Holds nothing open.
  }

  private URL address() throws JWKSetUnavailableException {
    String configured = provider.getJwksUri();
    try {
      return (configured.isEmpty() ? discovered() : URI.create(configured)).toURL();
    } catch (IOException | ParseException e) {
      throw new JWKSetUnavailableException("Its configuration cannot be read: " + e, e);
    }
  }

  private URI discovered() throws IOException, ParseException, JWKSetUnavailableException {
    Map<String, Object> said =
        JSONObjectUtils.parse(requests.retrieveResource(url(provider.discovery())).getContent());
    // Section 4.3: who answers in the name of another is not believed.
    if (!provider.getIssuer().equals(JSONObjectUtils.getString(said, "issuer"))) {
      throw new JWKSetUnavailableException("Its configuration is that of another issuer");
    }
    return Optional.ofNullable(JSONObjectUtils.getString(said, "jwks_uri"))
        .flatMap(ProviderAddress::parse)
        .filter(keys -> ProviderAddress.isUnderTls(keys) || !isUnderTls())
        .orElseThrow(
            () ->
                new JWKSetUnavailableException(
                    "Its configuration names no safe place of its keys"));
  }

  private boolean isUnderTls() {
    return ProviderAddress.isUnderTls(provider.discovery());
  }

  private static URL url(URI address) throws MalformedURLException {
    return address.toURL();
  }
}
