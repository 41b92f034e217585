package com.dotmac.platform.domain.identity.secondfactor;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about second factors. */
public abstract sealed class SecondFactorException extends DomainException {

  private static final long serialVersionUID = 1L;

  private SecondFactorException(String message) {
    super(message);
  }

  /** Who signs in gave the right password, and has to give a code, too. */
  public static final class Required extends SecondFactorException {
    private static final long serialVersionUID = 1L;

    Required() {
      super("The password is right; send a code of the authenticator app or a backup code, too.");
    }
  }

  /** Who signs in gave the right password and a code that is not taken. */
  public static final class Wrong extends SecondFactorException {
    private static final long serialVersionUID = 1L;

    Wrong() {
      super("The code is wrong or was used already; wait for the next one of the app.");
    }
  }

  /** Who changes his second factor gave a code that is not taken, or tried too often. */
  public static final class PresentCodeIsWrong extends SecondFactorException {
    private static final long serialVersionUID = 1L;

    /** A refusal that does not say which of the two it is. */
    public PresentCodeIsWrong() {
      super("The code is wrong, was used already, or codes were tried too often; then wait.");
    }
  }

  /** The second factor is in no state for what was asked. */
  public static final class StepNotAllowed extends SecondFactorException {
    private static final long serialVersionUID = 1L;

    private StepNotAllowed(String message) {
      super(message);
    }

    static StepNotAllowed isOn() {
      return new StepNotAllowed("The second factor is on; turn it off before another is enrolled.");
    }

    static StepNotAllowed isNotOn() {
      return new StepNotAllowed("The second factor is not on.");
    }

    static StepNotAllowed isNotPending() {
      return new StepNotAllowed("Nothing waits to be confirmed; enrol first.");
    }

    static StepNotAllowed isEnrolledAtOnce() {
      return new StepNotAllowed("Another request enrolled at the same time; enrol again.");
    }

    static StepNotAllowed isHisOwn() {
      return new StepNotAllowed("Nobody resets his own second factor; turn it off with a code.");
    }
  }
}
