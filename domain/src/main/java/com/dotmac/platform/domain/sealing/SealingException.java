package com.dotmac.platform.domain.sealing;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals to keep a secret. */
public abstract sealed class SealingException extends DomainException {

  private static final long serialVersionUID = 1L;

  private SealingException(String message) {
    super(message);
  }

  /** There is no key, and nothing is kept in the clear instead. */
  public static final class NotConfigured extends SealingException {
    private static final long serialVersionUID = 1L;

    NotConfigured() {
      super("The server has no key to keep secrets under; its operator has to set one.");
    }
  }
}
