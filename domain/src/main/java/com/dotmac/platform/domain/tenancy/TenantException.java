package com.dotmac.platform.domain.tenancy;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about tenants. */
public abstract sealed class TenantException extends DomainException {

  private static final long serialVersionUID = 1L;

  private TenantException(String message) {
    super(message);
  }

  /** No tenant has the slug. */
  public static final class NotFound extends TenantException {
    private static final long serialVersionUID = 1L;

    NotFound(String slug) {
      super("There is no tenant with the slug '" + slug + "'.");
    }
  }

  /** Another tenant has the slug. */
  public static final class SlugTaken extends TenantException {
    private static final long serialVersionUID = 1L;

    SlugTaken(String slug) {
      super("The slug '" + slug + "' belongs to another tenant.");
    }
  }

  /** The slug is not a DNS label. */
  public static final class InvalidSlug extends TenantException {
    private static final long serialVersionUID = 1L;

    InvalidSlug(String slug) {
      super(
          "'"
              + slug
              + "' is no slug: use 1 to 63 lower-case letters, digits and hyphens, no hyphen at either end.");
    }
  }

  /** The name is empty or too long. */
  public static final class InvalidName extends TenantException {
    private static final long serialVersionUID = 1L;

    InvalidName() {
      super("A tenant's name has 1 to 255 characters.");
    }
  }
}
