package com.dotmac.platform.domain.customers;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about contacts of a customer. */
public abstract sealed class CustomerContactException extends DomainException {

  private static final long serialVersionUID = 1L;

  private CustomerContactException(String message) {
    super(message);
  }

  /** The customer has no such contact. */
  public static final class NotFound extends CustomerContactException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("The customer has no such contact.");
    }
  }

  /** Another contact of the customer has the address. */
  public static final class EmailTaken extends CustomerContactException {
    private static final long serialVersionUID = 1L;

    EmailTaken() {
      super("Another contact of the customer has this e-mail address.");
    }
  }

  /** Another contact of the customer is asked first. */
  public static final class PrimaryTaken extends CustomerContactException {
    private static final long serialVersionUID = 1L;

    PrimaryTaken() {
      super("The customer has a primary contact already; change that one first.");
    }
  }
}
