package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about sessions. */
public abstract sealed class SessionException extends DomainException {

  private static final long serialVersionUID = 1L;

  private SessionException(String message) {
    super(message);
  }

  /** The person has no such open session. */
  public static final class NotFound extends SessionException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("The session does not exist, or is over.");
    }
  }
}
