package com.dotmac.platform.domain.partners.referrals;

import com.dotmac.platform.domain.shared.Coded;
import com.dotmac.platform.domain.shared.DomainException;
import java.util.Set;
import java.util.stream.Collectors;

/** Refusals about referrals. */
public abstract sealed class ReferralException extends DomainException {

  private static final long serialVersionUID = 1L;

  private ReferralException(String message) {
    super(message);
  }

  /** There is no such referral. */
  public static final class NotFound extends ReferralException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such referral.");
    }
  }

  /** The prospect was named, or is a customer; whose is nobody's business. */
  public static final class Known extends ReferralException {
    private static final long serialVersionUID = 1L;

    Known() {
      super("This prospect is known already and cannot be referred now.");
    }
  }

  /** The step is not in the graph of {@link ReferralStates}. */
  public static final class StepNotAllowed extends ReferralException {
    private static final long serialVersionUID = 1L;

    StepNotAllowed(ReferralStatus from, ReferralStatus to) {
      super(
          "A referral that is " + from.code() + " cannot become " + to.code() + "; " + next(from));
    }

    private static String next(ReferralStatus from) {
      Set<ReferralStatus> after = ReferralStates.after(from);
      return after.isEmpty()
          ? "this state is the last."
          : after.stream()
              .map(Coded::code)
              .sorted()
              .collect(Collectors.joining(" or ", "next may come ", "."));
    }
  }

  /** The referral is closed to changes. */
  public static final class Closed extends ReferralException {
    private static final long serialVersionUID = 1L;

    Closed() {
      super("The referral was converted, lost or found invalid, and is closed to changes.");
    }
  }

  /** A step that ends the referral without a customer says why. */
  public static final class ReasonMissing extends ReferralException {
    private static final long serialVersionUID = 1L;

    ReasonMissing() {
      super("A reason is required.");
    }
  }
}
