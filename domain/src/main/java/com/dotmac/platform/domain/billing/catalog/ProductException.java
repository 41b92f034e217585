package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about products. */
public abstract sealed class ProductException extends DomainException {

  private static final long serialVersionUID = 1L;

  private ProductException(String message) {
    super(message);
  }

  /** The tenant has no such product. */
  public static final class NotFound extends ProductException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such product.");
    }
  }

  /** Another product of the tenant has the code. */
  public static final class CodeTaken extends ProductException {
    private static final long serialVersionUID = 1L;

    CodeTaken() {
      super("Another product has this code.");
    }
  }

  /** The product is for nothing new. */
  public static final class Archived extends ProductException {
    private static final long serialVersionUID = 1L;

    Archived() {
      super("The product is archived and closed to changes and to anything new.");
    }
  }
}
