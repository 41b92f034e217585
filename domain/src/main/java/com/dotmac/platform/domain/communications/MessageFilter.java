package com.dotmac.platform.domain.communications;

import com.dotmac.platform.domain.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a list shows; what is given must all hold.
 *
 * @param status only these; {@code null}: all
 * @param template only these; {@code null}: all
 * @param recipientAddress only those to this address, whatever its case; {@code null}: to all
 */
public record MessageFilter(
    @Nullable MessageStatus status,
    @Nullable MessageTemplate template,
    @Nullable String recipientAddress) {

  /** Brings the address into the form in which it is kept. */
  public MessageFilter {
    recipientAddress = EmailAddress.normalise(recipientAddress);
  }
}
