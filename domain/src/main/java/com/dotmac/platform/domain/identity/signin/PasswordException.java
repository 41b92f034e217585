package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about passwords. */
public abstract sealed class PasswordException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PasswordException(String message) {
    super(message);
  }

  /** The new password is not good enough. */
  public static final class Refused extends PasswordException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /** The present password was not given, or was tried too often. */
  public static final class PresentIsWrong extends PasswordException {
    private static final long serialVersionUID = 1L;

    /** A refusal that does not say which of the two it is. */
    public PresentIsWrong() {
      super("The present password is wrong, or was tried too often; then try again later.");
    }
  }
}
