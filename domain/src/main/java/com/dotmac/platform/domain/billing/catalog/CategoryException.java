package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about categories of products. */
public abstract sealed class CategoryException extends DomainException {

  private static final long serialVersionUID = 1L;

  private CategoryException(String message) {
    super(message);
  }

  /** The tenant has no such category. */
  public static final class NotFound extends CategoryException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such category.");
    }
  }

  /** Another category of the tenant has the code. */
  public static final class CodeTaken extends CategoryException {
    private static final long serialVersionUID = 1L;

    CodeTaken() {
      super("Another category has this code.");
    }
  }

  /** The category is for nothing new. */
  public static final class Archived extends CategoryException {
    private static final long serialVersionUID = 1L;

    Archived() {
      super("The category is archived and closed to changes and to anything new.");
    }
  }
}
