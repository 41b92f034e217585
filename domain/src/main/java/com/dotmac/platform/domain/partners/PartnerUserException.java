package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about people of a partner. */
public abstract sealed class PartnerUserException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PartnerUserException(String message) {
    super(message);
  }

  /** The partner has no such person. */
  public static final class NotFound extends PartnerUserException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("The partner has no such user.");
    }
  }

  /** Another active person of the partner has the address. */
  public static final class EmailTaken extends PartnerUserException {
    private static final long serialVersionUID = 1L;

    EmailTaken() {
      super("Another active user of the partner has this e-mail address.");
    }
  }

  /** Another person of the partner is the primary contact. */
  public static final class PrimaryContactTaken extends PartnerUserException {
    private static final long serialVersionUID = 1L;

    PrimaryContactTaken() {
      super("Another user is the primary contact of the partner; take that from him first.");
    }
  }

  /** The tenant has no user with the identifier given. */
  public static final class UserNotFound extends PartnerUserException {
    private static final long serialVersionUID = 1L;

    UserNotFound() {
      super("There is no user with this userId.");
    }
  }

  /** The person acts for the partner no longer. */
  public static final class Deactivated extends PartnerUserException {
    private static final long serialVersionUID = 1L;

    Deactivated() {
      super("The user was deactivated and is closed to changes.");
    }
  }

  /** The partner would have no owner any more. */
  public static final class LastOwner extends PartnerUserException {
    private static final long serialVersionUID = 1L;

    LastOwner() {
      super("This is the last owner of the partner; make another owner first.");
    }
  }

  /** Only an owner makes, changes or removes owners. */
  public static final class OwnersOnly extends PartnerUserException {
    private static final long serialVersionUID = 1L;

    OwnersOnly() {
      super("Only an owner of the partner makes, changes or removes owners.");
    }
  }
}
