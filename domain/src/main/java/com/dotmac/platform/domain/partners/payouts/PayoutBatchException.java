package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about batches of payouts. */
public abstract sealed class PayoutBatchException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PayoutBatchException(String message) {
    super(message);
  }

  /** The tenant has no such batch. */
  public static final class NotFound extends PayoutBatchException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such payout batch.");
    }
  }

  /** Nobody can be paid anything. */
  public static final class NothingToPay extends PayoutBatchException {
    private static final long serialVersionUID = 1L;

    NothingToPay() {
      super("No partner can be paid in this currency; the preview says why.");
    }
  }

  /** The step is not in the graph of {@link PayoutStates}. */
  public static final class StepNotAllowed extends PayoutBatchException {
    private static final long serialVersionUID = 1L;

    StepNotAllowed(BatchStatus from, BatchStatus to) {
      super("A payout batch that is " + from.code() + " cannot become " + to.code() + ".");
    }
  }

  /** Who made the batch may not be the one who approves it. */
  public static final class OwnBatch extends PayoutBatchException {
    private static final long serialVersionUID = 1L;

    OwnBatch() {
      super("Whoever made the batch cannot approve it; somebody else has to.");
    }
  }

  /** The installation has nobody of that name who moves money. */
  public static final class ProviderNotSetUp extends PayoutBatchException {
    private static final long serialVersionUID = 1L;

    ProviderNotSetUp(String code) {
      super("There is no payout provider " + code + " here.");
    }
  }

  /** The cut lies ahead. */
  public static final class CutInTheFuture extends PayoutBatchException {
    private static final long serialVersionUID = 1L;

    CutInTheFuture() {
      super("The cut lies in the future; what is approved until then is not known yet.");
    }
  }

  /** The batch was not handed over, so nobody is to move its money yet. */
  public static final class NotHandedOver extends PayoutBatchException {
    private static final long serialVersionUID = 1L;

    NotHandedOver() {
      super("The batch was not submitted; there is nothing to be paid yet.");
    }
  }
}
