package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about applications to become a partner. */
public abstract sealed class PartnerApplicationException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PartnerApplicationException(String message) {
    super(message);
  }

  /** The tenant has no such application. */
  public static final class NotFound extends PartnerApplicationException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such application.");
    }
  }

  /** The tenant takes no applications, or there is no such tenant. */
  public static final class Closed extends PartnerApplicationException {
    private static final long serialVersionUID = 1L;

    /** The same for both. */
    public Closed() {
      super("No applications are taken here.");
    }
  }

  /** An application of the address waits; whoever applies is not told. */
  public static final class Open extends PartnerApplicationException {
    private static final long serialVersionUID = 1L;

    Open() {
      super("An application with this address waits for a decision.");
    }
  }

  /** The application was approved or rejected. */
  public static final class Decided extends PartnerApplicationException {
    private static final long serialVersionUID = 1L;

    Decided() {
      super("The application was decided already.");
    }
  }
}
