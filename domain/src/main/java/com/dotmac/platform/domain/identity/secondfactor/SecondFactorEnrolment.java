package com.dotmac.platform.domain.identity.secondfactor;

/**
 * A new secret: the only time that it is outside of its seal, save for a check.
 *
 * @param secret in Base32, for people to type into their app; show it once and forget it
 * @param uri the same for an app to scan
 */
public record SecondFactorEnrolment(String secret, String uri) {

  /** Gives nothing away. */
  @Override
  public String toString() {
    return "an enrolment";
  }
}
