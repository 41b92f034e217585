package com.dotmac.platform.domain.tenancy;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about tenants. */
public abstract sealed class TenantException extends DomainException {

  private static final long serialVersionUID = 1L;

  private TenantException(String message) {
    super(message);
  }

  /** There is no such tenant. */
  public static final class NotFound extends TenantException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such tenant.");
    }

    NotFound(String slug) {
      super("There is no tenant with the slug '" + slug + "'.");
    }
  }

  /** There is a platform's tenant already. */
  public static final class PlatformTaken extends TenantException {
    private static final long serialVersionUID = 1L;

    PlatformTaken() {
      super("There is a platform's tenant already, and there is never a second one.");
    }
  }

  /** A credential of an ordinary tenant would look after all tenants. */
  public static final class NotThePlatform extends TenantException {
    private static final long serialVersionUID = 1L;

    NotThePlatform() {
      super("Only credentials of the platform's own tenant look after tenants.");
    }
  }

  /** The tenant is suspended already, or not suspended. */
  public static final class StepNotAllowed extends TenantException {
    private static final long serialVersionUID = 1L;

    StepNotAllowed(TenantStatus present) {
      super("The tenant is " + present.code() + " already.");
    }
  }

  /** The platform's own tenant would be shut out, and nobody could let it in again. */
  public static final class PlatformStays extends TenantException {
    private static final long serialVersionUID = 1L;

    PlatformStays() {
      super("The platform's own tenant is never suspended: nobody could resume it.");
    }
  }

  /** A tenant is not suspended without a word. */
  public static final class ReasonMissing extends TenantException {
    private static final long serialVersionUID = 1L;

    ReasonMissing() {
      super("Say why the tenant is suspended.");
    }
  }

  /** Another tenant has the slug. */
  public static final class SlugTaken extends TenantException {
    private static final long serialVersionUID = 1L;

    SlugTaken() {
      super("The slug belongs to another tenant.");
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

  /** The zone is an offset, or no zone that the IANA database knows. */
  public static final class InvalidTimeZone extends TenantException {
    private static final long serialVersionUID = 1L;

    InvalidTimeZone(String zone) {
      super("'" + zone + "' is no name of the IANA time zone database, such as Europe/Berlin.");
    }
  }
}
