package com.dotmac.platform.domain.communications;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is sent: with its secret in the clear, and so for the worker alone.
 *
 * @param id the message; the same for each attempt
 * @param template kind of message
 * @param recipient to whom
 * @param subject what it is about, in one line
 * @param tenantName who writes, in one line
 * @param secret what the template needs and nobody else may read; {@code null}: none
 * @param expiresAt from when on the secret is of no use, in the zone of the tenant; {@code null}:
 *     always of use
 */
public record Letter(
    UUID id,
    MessageTemplate template,
    Recipient recipient,
    String subject,
    String tenantName,
    @Nullable String secret,
    @Nullable ZonedDateTime expiresAt) {

  private static final int LONGEST_NAME = 255;

  static Letter of(Message message, String tenantName, ZoneId zone, @Nullable String secret) {
    Instant end = message.expiresAt();
    return new Letter(
        message.id(),
        message.template(),
        message.recipient(),
        message.subject(),
        OneLine.of(tenantName, LONGEST_NAME),
        secret,
        end == null ? null : end.atZone(zone));
  }

  /**
   * A text without the secret, should a mail server have repeated it.
   *
   * @param text what may be kept for people to read
   */
  public String withoutSecret(String text) {
    return secret == null ? text : text.replace(secret, "***");
  }

  /** Names the message without giving the secret away. */
  @Override
  public String toString() {
    return "message " + id;
  }
}
