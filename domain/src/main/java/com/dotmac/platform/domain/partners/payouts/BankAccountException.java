package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about accounts at banks. */
public abstract sealed class BankAccountException extends DomainException {

  private static final long serialVersionUID = 1L;

  private BankAccountException(String message) {
    super(message);
  }

  /** There is no such account. */
  public static final class NotFound extends BankAccountException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such account.");
    }
  }

  /** The account cannot be one. */
  public static final class Invalid extends BankAccountException {
    private static final long serialVersionUID = 1L;

    Invalid(String message) {
      super(message);
    }
  }
}
