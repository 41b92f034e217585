package com.dotmac.platform.domain.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the platform keeps an e-mail address: in lower case, so that one address is one address. */
public final class EmailAddress {

  private EmailAddress() {}

  /**
   * The address in the form in which it is stored and compared.
   *
   * @param address as typed; {@code null} when there is none
   */
  public static @Nullable String normalise(@Nullable String address) {
    return address == null ? null : required(address);
  }

  /**
   * Like {@link #normalise}, where an address must be given.
   *
   * @param address as typed
   */
  public static String required(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }
}
