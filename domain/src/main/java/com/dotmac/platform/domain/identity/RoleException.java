package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about a tenant's own roles. */
public abstract sealed class RoleException extends DomainException {

  private static final long serialVersionUID = 1L;

  private RoleException(String message) {
    super(message);
  }

  /** The tenant has no such role of its own. */
  public static final class NotFound extends RoleException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("The role does not exist.");
    }
  }

  /** The name is empty or too long. */
  public static final class InvalidName extends RoleException {
    private static final long serialVersionUID = 1L;

    InvalidName() {
      super("A role's name has 1 to 100 characters.");
    }
  }

  /** The role has no permission. */
  public static final class AllowsNothing extends RoleException {
    private static final long serialVersionUID = 1L;

    AllowsNothing() {
      super("A role allows at least one thing.");
    }
  }

  /** Another role of the tenant has the name. */
  public static final class NameTaken extends RoleException {
    private static final long serialVersionUID = 1L;

    NameTaken() {
      super("Another role has this name.");
    }
  }

  /** Somebody has the role. */
  public static final class InUse extends RoleException {
    private static final long serialVersionUID = 1L;

    InUse() {
      super("Somebody has this role; take it from everybody first.");
    }
  }

  /** The role allows, or would allow, more than whoever changes it may do. */
  public static final class GrantsTooMuch extends RoleException {
    private static final long serialVersionUID = 1L;

    GrantsTooMuch() {
      super("Nobody makes or changes a role that allows more than he may do himself.");
    }
  }

  /** A role of an ordinary tenant would look after all tenants. */
  public static final class OnlyForThePlatform extends RoleException {
    private static final long serialVersionUID = 1L;

    OnlyForThePlatform() {
      super("Only roles of the platform's own tenant may look after tenants.");
    }
  }
}
