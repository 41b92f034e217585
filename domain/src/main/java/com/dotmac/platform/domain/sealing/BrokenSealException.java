package com.dotmac.platform.domain.sealing;

import org.jspecify.annotations.Nullable;

/**
 * A sealed secret does not open: it was altered or moved, or its key is configured no longer. A
 * surprise, and no answer to whoever asked; the message tells the operator which of these, and
 * holds nothing of the secret.
 */
public final class BrokenSealException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenSealException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
