package com.dotmac.platform.app.auth;

import io.dropwizard.auth.AuthenticationException;
import io.dropwizard.auth.Authenticator;
import java.util.Optional;

/**
 * Takes every kind of credential under one scheme: API keys, which their form tells, access tokens
 * of ours, and tokens of others, which name who issued them. Each is checked by its own
 * authenticator and by no other, with keys and algorithms that only that one has.
 *
 * @param keys checks API keys
 * @param tokens checks access tokens, and whatever is of no known kind
 * @param foreign checks tokens of others
 */
public record EitherCredential(
    Authenticator<String, Caller> keys,
    Authenticator<String, Caller> tokens,
    ForeignCredentials foreign)
    implements Authenticator<String, Caller> {

  /** Longest credential that is looked at: no good one of ours has a tenth of it. */
  static final int LONGEST = 6 * 1024;

  private static final String KEY = "dmk_";

  @Override
  public Optional<Caller> authenticate(String presented) throws AuthenticationException {
    return presented.length() > LONGEST ? Optional.empty() : of(presented).authenticate(presented);
  }

  private Authenticator<String, Caller> of(String presented) {
    if (presented.startsWith(KEY)) {
      return keys;
    }
    return foreign.areNamedBy(presented) ? foreign : tokens;
  }
}
