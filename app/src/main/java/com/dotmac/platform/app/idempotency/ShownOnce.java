package com.dotmac.platform.app.idempotency;

/**
 * The body of an answer that holds a secret. Whoever asked reads it once; under an {@code
 * Idempotency-Key} the answer is kept, and given again, without it.
 */
public interface ShownOnce {

  /** The same body without the secret: fields as before, that of the secret {@code null}. */
  Object withoutSecret();
}
