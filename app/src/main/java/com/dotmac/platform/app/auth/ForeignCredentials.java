package com.dotmac.platform.app.auth;

import io.dropwizard.auth.Authenticator;

/** Checks credentials that others have issued. */
public interface ForeignCredentials extends Authenticator<String, Caller> {

  /**
   * Whether a credential says that it was issued by one of the others whom this knows. Nothing of
   * it is believed yet: the answer only tells who checks it.
   *
   * @param presented what the caller presented
   */
  boolean areNamedBy(String presented);
}
