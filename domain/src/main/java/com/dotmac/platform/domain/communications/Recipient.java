package com.dotmac.platform.domain.communications;

import com.dotmac.platform.domain.shared.EmailAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * To whom a message goes: one mailbox, whatever the address holds.
 *
 * @param address in lower case
 * @param name as it stands beside the address, in one line; {@code null}: none
 */
public record Recipient(String address, @Nullable String name) {

  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_NAME = 200;

  /** Nothing that would end the address, begin another or need quotes. */
  private static final String PART =
      "[^\\s\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029()<>\\[\\]:;@\\\\,\"]+";

  private static final Pattern MAILBOX = Pattern.compile(PART + "@" + PART);

  /**
   * Checks the address and makes one line of the name.
   *
   * @throws MessageException.InvalidRecipient if the address is not that of one mailbox
   */
  public Recipient {
    address = EmailAddress.required(address);
    if (address.length() > LONGEST_ADDRESS || !MAILBOX.matcher(address).matches()) {
      throw new MessageException.InvalidRecipient();
    }
    String line = name == null ? "" : OneLine.of(name, LONGEST_NAME);
    name = line.isEmpty() ? null : line;
  }
}
