package com.dotmac.platform.domain.idempotency;

import com.dotmac.platform.domain.shared.DomainException;

/** Why a request under a key is neither done nor answered again. */
public abstract sealed class IdempotencyException extends DomainException {

  private static final long serialVersionUID = 1L;

  private IdempotencyException(String message) {
    super(message);
  }

  /** The same request is being worked on; nothing was done. */
  public static final class InFlight extends IdempotencyException {
    private static final long serialVersionUID = 1L;

    InFlight() {
      super("A request with this Idempotency-Key is being worked on.");
    }
  }

  /** The key was used for a request with another address or body; nothing was done. */
  public static final class OtherRequest extends IdempotencyException {
    private static final long serialVersionUID = 1L;

    OtherRequest() {
      super("The Idempotency-Key was used for another request.");
    }
  }
}
