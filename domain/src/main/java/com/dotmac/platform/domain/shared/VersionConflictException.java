package com.dotmac.platform.domain.shared;

/** Somebody else changed the resource after the caller had read it; nothing was written. */
public final class VersionConflictException extends DomainException {

  private static final long serialVersionUID = 1L;

  /** A conflict between the version that the caller knows and the one that stands. */
  public VersionConflictException() {
    super("The resource was changed after you read it. Read it again and repeat your change.");
  }

  /**
   * Refuses a change that is based on an old version.
   *
   * @param expected version that the caller has read
   * @param actual version that stands
   * @throws VersionConflictException if the two differ
   */
  public static void refuseUnlessEqual(int expected, int actual) {
    if (expected != actual) {
      throw new VersionConflictException();
    }
  }
}
