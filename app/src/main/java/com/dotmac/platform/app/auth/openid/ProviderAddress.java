package com.dotmac.platform.app.auth.openid;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** What may be asked for keys: an address under TLS, or one of this machine. */
final class ProviderAddress {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private ProviderAddress() {}

  /**
   * An address that can be trusted to be who it says it is.
   *
   * @param text as somebody wrote it
   * @return empty if it is none, names a user or a fragment, or is neither under TLS nor of this
   *     machine
   */
  static Optional<URI> parse(String text) {
    URI address;
    try {
      address = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    boolean whole =
        address.getHost() != null
            && address.getRawUserInfo() == null
            && address.getRawFragment() == null;
    return whole && (isUnderTls(address) || isPlainHere(address))
        ? Optional.of(address)
        : Optional.empty();
  }

  /** Whether nobody on the way can change an answer. */
  static boolean isUnderTls(URI address) {
    return "https".equals(address.getScheme());
  }

  private static boolean isPlainHere(URI address) {
    return "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
  }
}
