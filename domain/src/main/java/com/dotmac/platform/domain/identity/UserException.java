package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about users. */
public abstract sealed class UserException extends DomainException {

  private static final long serialVersionUID = 1L;

  private UserException(String message) {
    super(message);
  }

  /** Another user of the tenant has the address. */
  public static final class EmailTaken extends UserException {
    private static final long serialVersionUID = 1L;

    EmailTaken() {
      super("Another user has this e-mail address.");
    }
  }

  /** The tenant has no such user. */
  public static final class NotFound extends UserException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("The user does not exist.");
    }
  }

  /** Address or name is empty or too long. */
  public static final class InvalidDetails extends UserException {
    private static final long serialVersionUID = 1L;

    InvalidDetails() {
      super("A user has an e-mail address of up to 254 and a name of 1 to 200 characters.");
    }
  }

  /** One of the roles named is none of the tenant's. */
  public static final class RoleNotFound extends UserException {
    private static final long serialVersionUID = 1L;

    RoleNotFound() {
      super("One of the roles does not exist.");
    }
  }

  /** The user may do, or would be able to do, more than whoever changes him. */
  public static final class GrantsTooMuch extends UserException {
    private static final long serialVersionUID = 1L;

    GrantsTooMuch() {
      super("Nobody gives roles to, or changes, a user who may then do more than he himself.");
    }
  }

  /** A user of an ordinary tenant would look after all tenants. */
  public static final class OnlyForThePlatform extends UserException {
    private static final long serialVersionUID = 1L;

    OnlyForThePlatform() {
      super("Only users of the platform's own tenant may look after tenants.");
    }
  }

  /** Nobody could administer the tenant any more. */
  public static final class LastAdministrator extends UserException {
    private static final long serialVersionUID = 1L;

    LastAdministrator() {
      super("This is the last active administrator of the tenant; make another one first.");
    }
  }
}
