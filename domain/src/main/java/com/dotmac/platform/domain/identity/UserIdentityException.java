package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about who people are at OpenID providers. */
public abstract sealed class UserIdentityException extends DomainException {

  private static final long serialVersionUID = 1L;

  private UserIdentityException(String message) {
    super(message);
  }

  /** The user has no such identity. */
  public static final class NotFound extends UserIdentityException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("The user has no such identity.");
    }
  }

  /** A user of the tenant has the identity. */
  public static final class Taken extends UserIdentityException {
    private static final long serialVersionUID = 1L;

    Taken() {
      super("A user of the tenant has this identity.");
    }
  }

  /** The name of the provider, or of the person there, is empty, too long or not ASCII. */
  public static final class InvalidDetails extends UserIdentityException {
    private static final long serialVersionUID = 1L;

    InvalidDetails() {
      super(
          "An identity has an issuer and a subject of 1 to 255 printable characters of ASCII each.");
    }
  }
}
