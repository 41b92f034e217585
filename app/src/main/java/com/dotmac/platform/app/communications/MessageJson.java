package com.dotmac.platform.app.communications;

import com.dotmac.platform.domain.communications.Message;
import com.dotmac.platform.domain.communications.MessageStatus;
import com.dotmac.platform.domain.communications.MessageTemplate;
import com.dotmac.platform.domain.communications.Recipient;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message on the wire; what was secret in it never is. */
final class MessageJson {

  private MessageJson() {}

  /** To whom a test message goes. */
  record Test(@NotBlank @Email @Size(max = 254) String recipientAddress) {

    Recipient recipient() {
      return new Recipient(recipientAddress, null);
    }
  }

  /** A message as callers see it. */
  record View(
      UUID id,
      MessageTemplate template,
      String recipientAddress,
      @Nullable String recipientName,
      String subject,
      MessageStatus status,
      int attempts,
      @Nullable String lastError,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant sentAt) {

    static View of(Message message) {
      return new View(
          message.id(),
          message.template(),
          message.recipient().address(),
          message.recipient().name(),
          message.subject(),
          message.status(),
          message.attempts(),
          message.lastError(),
          message.createdAt(),
          message.expiresAt(),
          message.sentAt());
    }
  }
}
