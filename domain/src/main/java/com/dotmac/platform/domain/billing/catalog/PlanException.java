package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about plans. */
public abstract sealed class PlanException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PlanException(String message) {
    super(message);
  }

  /** The tenant has no such plan. */
  public static final class NotFound extends PlanException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such plan.");
    }
  }

  /** Another plan of the tenant has the code. */
  public static final class CodeTaken extends PlanException {
    private static final long serialVersionUID = 1L;

    CodeTaken() {
      super("Another plan has this code.");
    }
  }

  /** The plan is for nothing new. */
  public static final class Archived extends PlanException {
    private static final long serialVersionUID = 1L;

    Archived() {
      super("The plan is archived and closed to changes and to anything new.");
    }
  }

  /** A plan would pay who takes it. */
  public static final class PriceNegative extends PlanException {
    private static final long serialVersionUID = 1L;

    PriceNegative() {
      super("The price of a plan is not negative.");
    }
  }
}
