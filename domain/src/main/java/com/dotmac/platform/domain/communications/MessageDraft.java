package com.dotmac.platform.domain.communications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said, and to whom.
 *
 * @param template kind of message
 * @param recipient to whom
 * @param secret what the template needs and nobody else may read; {@code null} for those without
 * @param expiresAt from when on it is of no use and not sent; {@code null}: always of use
 */
public record MessageDraft(
    MessageTemplate template,
    Recipient recipient,
    @Nullable String secret,
    @Nullable Instant expiresAt) {

  /** Holds the secret against the template. */
  public MessageDraft {
    if (template.carriesSecret() != (secret != null)) {
      throw new IllegalArgumentException(
          "The template " + template.code() + " needs a secret or may have none");
    }
  }

  /** Says what it is without giving the secret away. */
  @Override
  public String toString() {
    return template.code() + " to " + recipient.address();
  }
}
