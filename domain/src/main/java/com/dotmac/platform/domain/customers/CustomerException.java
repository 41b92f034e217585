package com.dotmac.platform.domain.customers;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about customers. */
public abstract sealed class CustomerException extends DomainException {

  private static final long serialVersionUID = 1L;

  private CustomerException(String message) {
    super(message);
  }

  /** The tenant has no such customer. */
  public static final class NotFound extends CustomerException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such customer.");
    }
  }

  /** Another customer of the tenant has the external id. */
  public static final class ExternalIdTaken extends CustomerException {
    private static final long serialVersionUID = 1L;

    ExternalIdTaken() {
      super("Another customer has this external id.");
    }
  }

  /** The customer is kept for the books only. */
  public static final class Archived extends CustomerException {
    private static final long serialVersionUID = 1L;

    Archived() {
      super("The customer is archived and closed to changes.");
    }
  }
}
