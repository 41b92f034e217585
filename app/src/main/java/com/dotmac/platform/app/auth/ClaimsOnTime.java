package com.dotmac.platform.app.auth;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;

/** Checks what a token says: for whom, by whom, and that it is good now, by a clock of ours. */
public final class ClaimsOnTime extends DefaultJWTClaimsVerifier<SecurityContext> {

  private final Clock clock;

  /**
   * A check.
   *
   * @param audience must be among those that the token is for
   * @param issuer who must have issued it, to the letter
   * @param required what it must say besides
   * @param clock tells whether it is good yet and still
   * @param skew by how much our clock and that of the signer may differ, in whole seconds
   */
  public ClaimsOnTime(
      String audience, String issuer, Set<String> required, Clock clock, Duration skew) {
    super(audience, new JWTClaimsSet.Builder().issuer(issuer).build(), required);
    this.clock = clock;
    setMaxClockSkew(Math.toIntExact(skew.toSeconds()));
  }

  @Override
  protected Date currentTime() {
    return Date.from(clock.instant());
  }
}
