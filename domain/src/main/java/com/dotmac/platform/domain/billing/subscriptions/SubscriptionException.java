package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.shared.DomainException;
import java.util.Currency;
import java.util.stream.Collectors;

/** Refusals about subscriptions. */
public abstract sealed class SubscriptionException extends DomainException {

  private static final long serialVersionUID = 1L;

  private SubscriptionException(String message) {
    super(message);
  }

  /** The tenant has no such subscription. */
  public static final class NotFound extends SubscriptionException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such subscription.");
    }
  }

  /** The state does not allow the step. */
  public static final class StepNotAllowed extends SubscriptionException {
    private static final long serialVersionUID = 1L;

    StepNotAllowed(SubscriptionStatus from, SubscriptionStatus to) {
      super(
          "A subscription that is %s cannot become %s; %s."
              .formatted(from.code(), to.code(), next(from)));
    }

    private static String next(SubscriptionStatus from) {
      String steps =
          SubscriptionStates.after(from).stream()
              .map(SubscriptionStatus::code)
              .sorted()
              .collect(Collectors.joining(" or "));
      return steps.isEmpty() ? "this state is the last" : "next may come " + steps;
    }
  }

  /** Only a subscription that runs and will be billed again changes its plan. */
  public static final class PlanNotChangeable extends SubscriptionException {
    private static final long serialVersionUID = 1L;

    PlanNotChangeable(SubscriptionStatus status) {
      super("The plan of a subscription that is " + status.code() + " cannot be changed.");
    }
  }

  /** The plan is in another currency than the subscription, or than its customer is billed in. */
  public static final class OtherCurrency extends SubscriptionException {
    private static final long serialVersionUID = 1L;

    OtherCurrency(Currency wanted) {
      super("The plan must be in " + wanted.getCurrencyCode() + ".");
    }
  }

  /** The period is over: what was canceled with it has ended, or is about to. */
  public static final class PeriodOver extends SubscriptionException {
    private static final long serialVersionUID = 1L;

    PeriodOver() {
      super("The period of the subscription is over.");
    }
  }

  /** More would be given back than the invoices of the period stand for. */
  public static final class NothingToGiveBack extends SubscriptionException {
    private static final long serialVersionUID = 1L;

    NothingToGiveBack() {
      super(
          "So much cannot be given back of the invoices of this period. Change the plan at its end.");
    }
  }
}
