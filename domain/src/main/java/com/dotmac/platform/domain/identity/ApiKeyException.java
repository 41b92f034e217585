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

  /** The key would be refused from its first moment on, or outlive everybody. */
  public static final class InvalidExpiry extends ApiKeyException {
    private static final long serialVersionUID = 1L;

    InvalidExpiry() {
      super("The expiry of an API key lies in the future, within a hundred years.");
    }
  }

  /** The tenant has no such key. */
  public static final class NotFound extends ApiKeyException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("The API key does not exist.");
    }
  }

  /** The key is expired or revoked, and nothing is to be continued. */
  public static final class NotActive extends ApiKeyException {
    private static final long serialVersionUID = 1L;

    NotActive() {
      super("The API key is expired or revoked; issue a new one.");
    }
  }

  /** The key would do more, or live longer, than the credential that issues it. */
  public static final class GrantsTooMuch extends ApiKeyException {
    private static final long serialVersionUID = 1L;

    GrantsTooMuch() {
      super("An API key does no more and lives no longer than the credential that issues it.");
    }
  }

  /** A key of an ordinary tenant would look after all tenants. */
  public static final class OnlyForThePlatform extends ApiKeyException {
    private static final long serialVersionUID = 1L;

    OnlyForThePlatform() {
      super("Only keys of the platform's own tenant may look after tenants.");
    }
  }
}
