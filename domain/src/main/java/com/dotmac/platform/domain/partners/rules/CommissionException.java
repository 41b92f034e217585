package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.Placed;

/** Refusals about rules of commission. */
public abstract sealed class CommissionException extends DomainException {

  private static final long serialVersionUID = 1L;

  private CommissionException(String message) {
    super(message);
  }

  /** The tenant has no such rule. */
  public static final class NotFound extends CommissionException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such commission rule.");
    }
  }

  /** Another rule that is not archived has the name. */
  public static final class NameTaken extends CommissionException {
    private static final long serialVersionUID = 1L;

    NameTaken() {
      super("Another commission rule has this name.");
    }
  }

  /** The rule is closed to changes. */
  public static final class Archived extends CommissionException {
    private static final long serialVersionUID = 1L;

    Archived() {
      super("The commission rule is archived and closed to changes.");
    }
  }

  /** A version would begin no later than the last one did: what was said is not rewritten. */
  public static final class VersionTooEarly extends CommissionException {
    private static final long serialVersionUID = 1L;

    VersionTooEarly() {
      super("A version begins after the one before: effectiveFrom must be later than its.");
    }
  }

  /** A version would count at instants at which another does. */
  public static final class VersionsOverlap extends CommissionException {
    private static final long serialVersionUID = 1L;

    VersionsOverlap() {
      super(
          "Another version counts at that time: begin when it ends, or archive the rule and make"
              + " another.");
    }
  }

  /** What a rule is to say makes no sense; names the place. */
  public static final class TermsWrong extends CommissionException implements Placed {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    TermsWrong(String pointer, String message) {
      super(message);
      this.pointer = pointer;
    }

    @Override
    public String pointer() {
      return pointer;
    }

    /**
     * The same where the rule is a part of something else.
     *
     * @param place of the rule in it, as a JSON pointer
     */
    public TermsWrong within(String place) {
      return new TermsWrong(place + pointer, String.valueOf(getMessage()));
    }
  }
}
