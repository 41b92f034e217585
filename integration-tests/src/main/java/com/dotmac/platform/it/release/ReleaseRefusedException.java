package com.dotmac.platform.it.release;

/** A release must not be made now; the message says why and what to do. */
final class ReleaseRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  ReleaseRefusedException(String message) {
    super(message);
  }
}
