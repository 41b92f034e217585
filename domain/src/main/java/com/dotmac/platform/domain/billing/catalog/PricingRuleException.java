package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about pricing rules. */
public abstract sealed class PricingRuleException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PricingRuleException(String message) {
    super(message);
  }

  /** The tenant has no such pricing rule. */
  public static final class NotFound extends PricingRuleException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such pricing rule.");
    }
  }

  /** The pricing rule is for nothing new. */
  public static final class Archived extends PricingRuleException {
    private static final long serialVersionUID = 1L;

    Archived() {
      super("The pricing rule is archived and closed to changes and to anything new.");
    }
  }

  /** The rule is about both a product and a plan, or about neither. */
  public static final class ScopeUnclear extends PricingRuleException {
    private static final long serialVersionUID = 1L;

    ScopeUnclear() {
      super("A pricing rule is about either a product or a plan.");
    }
  }

  /** The rule would end before it applies. */
  public static final class PeriodEmpty extends PricingRuleException {
    private static final long serialVersionUID = 1L;

    PeriodEmpty() {
      super("The rule ends before it applies: endsAt must be after startsAt.");
    }
  }
}
