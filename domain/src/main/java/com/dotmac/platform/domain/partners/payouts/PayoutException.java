package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about payouts. */
public abstract sealed class PayoutException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PayoutException(String message) {
    super(message);
  }

  /** The tenant has no such payout. */
  public static final class NotFound extends PayoutException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such payout.");
    }
  }

  /** The step is not in the graph of {@link PayoutStates}. */
  public static final class StepNotAllowed extends PayoutException {
    private static final long serialVersionUID = 1L;

    StepNotAllowed(PayoutStatus from, PayoutStatus to) {
      super("A payout that is " + from.code() + " cannot become " + to.code() + ".");
    }
  }

  /** The provider says what became of the payout, and not people. */
  public static final class ToldByProvider extends PayoutException {
    private static final long serialVersionUID = 1L;

    ToldByProvider(String provider) {
      super("What became of the payout is told by " + provider + "; have it reconciled instead.");
    }
  }

  /** The lines of the payout are not all free any more. */
  public static final class LinesGone extends PayoutException {
    private static final long serialVersionUID = 1L;

    LinesGone() {
      super("Lines of the payout are blocked or in another payout by now; the rest comes with it.");
    }
  }

  /** The partner may not be paid at present. */
  public static final class PartnerNotPayable extends PayoutException {
    private static final long serialVersionUID = 1L;

    PartnerNotPayable(WithheldReason reason) {
      super("The partner cannot be paid: " + reason.code() + ".");
    }
  }

  /** Money that is to have reached the partner at an instant that lies ahead. */
  public static final class ReachedInTheFuture extends PayoutException {
    private static final long serialVersionUID = 1L;

    ReachedInTheFuture() {
      super("The money cannot have reached the partner in the future.");
    }
  }
}
