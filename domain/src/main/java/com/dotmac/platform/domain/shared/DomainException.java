package com.dotmac.platform.domain.shared;

/**
 * A refusal: the request was understood and the rules say no.
 *
 * <p>Each feature has its own sealed family. The message is written for whoever made the request:
 * it names no class, no table and nothing of another tenant. A refusal carries no stack trace, for
 * it is an answer and not a surprise.
 */
public abstract class DomainException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal that says why.
   *
   * @param message one sentence for the caller
   */
  protected DomainException(String message) {
    super(message, null, false, false);
  }
}
