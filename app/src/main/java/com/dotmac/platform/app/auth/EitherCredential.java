package com.dotmac.platform.app.auth;

import io.dropwizard.auth.AuthenticationException;
import io.dropwizard.auth.Authenticator;
import java.util.Optional;

/**
 * Takes API keys and access tokens under one scheme, and tells them by their form.
 *
 * @param keys checks API keys
 * @param tokens checks access tokens
 */
public record EitherCredential(
    Authenticator<String, Caller> keys, Authenticator<String, Caller> tokens)
    implements Authenticator<String, Caller> {

  private static final String KEY = "dmk_";

  @Override
  public Optional<Caller> authenticate(String presented) throws AuthenticationException {
    return (presented.startsWith(KEY) ? keys : tokens).authenticate(presented);
  }
}
