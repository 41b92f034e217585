package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.shared.DomainException;
import java.time.Instant;

/** Refusals about lines of commission. */
public abstract sealed class CommissionException extends DomainException {

  private static final long serialVersionUID = 1L;

  private CommissionException(String message) {
    super(message);
  }

  /** The tenant has no such line. */
  public static final class NotFound extends CommissionException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such commission event.");
    }
  }

  /** The line is on its way already, or counts no more. */
  public static final class StepNotAllowed extends CommissionException {
    private static final long serialVersionUID = 1L;

    StepNotAllowed(CommissionEvent event, String verb) {
      super(
          "A commission event that is "
              + event.status().code()
              + (event.payoutId() == null ? "" : " and in a payout")
              + (event.blockedAt() == null ? "" : " and blocked")
              + " cannot be "
              + verb
              + ".");
    }
  }

  /** The line is held for longer. */
  public static final class Held extends CommissionException {
    private static final long serialVersionUID = 1L;

    Held(Instant until) {
      super("The commission event is held until " + until + " and cannot be approved before.");
    }
  }

  /** Who wrote a line may not approve it. */
  public static final class OwnWork extends CommissionException {
    private static final long serialVersionUID = 1L;

    OwnWork() {
      super("Somebody else has to approve what you wrote by hand.");
    }
  }

  /** The partner owes nothing that he could be let off. */
  public static final class NothingOwed extends CommissionException {
    private static final long serialVersionUID = 1L;

    NothingOwed() {
      super("The partner owes nothing in this currency that is not being written off already.");
    }
  }
}
