package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about users. */
public abstract sealed class UserException extends DomainException {

  private static final long serialVersionUID = 1L;

  private UserException(String message) {
    super(message);
  }

  /** Another user of the tenant has the address. */
  public static final class EmailTaken extends UserException {
    private static final long serialVersionUID = 1L;

    EmailTaken() {
      super("Another user has this e-mail address.");
    }
  }
}
