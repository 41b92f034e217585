package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about accounts of a partner. */
public abstract sealed class PartnerAccountException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PartnerAccountException(String message) {
    super(message);
  }

  /** The partner has no such account. */
  public static final class NotFound extends PartnerAccountException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("The partner has no such account.");
    }
  }

  /** A partner, this or another, looks after the customer in the period. */
  public static final class CustomerTaken extends PartnerAccountException {
    private static final long serialVersionUID = 1L;

    CustomerTaken() {
      super("A partner already looks after this customer in this period; end that account first.");
    }
  }

  /** The account was ended. */
  public static final class Ended extends PartnerAccountException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super("The account was ended and is closed to changes.");
    }
  }
}
