package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about API keys. */
public abstract sealed class ApiKeyException extends DomainException {

  private static final long serialVersionUID = 1L;

  private ApiKeyException(String message) {
    super(message);
  }

  /** The name is empty or too long. */
  public static final class InvalidName extends ApiKeyException {
    private static final long serialVersionUID = 1L;

    InvalidName() {
      super("An API key's name has 1 to 100 characters.");
    }
  }

  /** The key would be refused from its first moment on. */
  public static final class AlreadyExpired extends ApiKeyException {
    private static final long serialVersionUID = 1L;

    AlreadyExpired() {
      super("The expiry of an API key lies in the future.");
    }
  }

  /** No key of the tenant has the prefix. */
  public static final class NotFound extends ApiKeyException {
    private static final long serialVersionUID = 1L;

    NotFound(String prefix) {
      super("There is no API key with the prefix '" + prefix + "'.");
    }
  }
}
