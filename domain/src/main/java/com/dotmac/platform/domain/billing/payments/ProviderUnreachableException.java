package com.dotmac.platform.domain.billing.payments;

/**
 * No answer came from a provider, or none that can be understood: what it was asked for may have
 * been done. Whoever catches this asks again what became of it, and never assumes.
 */
public final class ProviderUnreachableException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * A provider did not answer.
   *
   * @param message what happened, for the log; holds no secret
   */
  public ProviderUnreachableException(String message) {
    super(message);
  }
}
