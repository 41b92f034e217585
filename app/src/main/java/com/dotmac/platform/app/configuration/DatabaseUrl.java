package com.dotmac.platform.app.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database as people have it: a JDBC address, or the {@code
 * postgres://user:password@host:port/database} form of hosting providers.
 *
 * <p>The migrator reads the same forms. The two share no code on purpose: see docs/adr/0003.
 *
 * @param jdbcUrl address for the driver, without credentials
 * @param user from the address; {@code null} when it has none
 * @param password from the address; {@code null} when it has none
 */
public record DatabaseUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {

  /**
   * Reads an address.
   *
   * @param text {@code jdbc:postgresql:…}, {@code postgres://…} or {@code postgresql://…}
   * @throws IllegalArgumentException if it is none of these; the message does not repeat the text,
   *     which may hold a password
   */
  public static DatabaseUrl parse(String text) {
    if (text.startsWith("jdbc:postgresql:")) {
      return new DatabaseUrl(text, null, null);
    }
    if (!text.startsWith("postgres://") && !text.startsWith("postgresql://")) {
      throw new IllegalArgumentException(
          "The database address must begin with jdbc:postgresql:, postgres:// or postgresql://");
    }
    try {
      return of(new URI(text));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "The database address is malformed at character " + e.getIndex() + ": " + e.getReason());
    }
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return jdbcUrl;
  }

  private static DatabaseUrl of(URI uri) {
    // Not the host: there may be several, for a server and its standby.
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw new IllegalArgumentException("The database address names no host");
    }
    int at = authority.lastIndexOf('@');
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String jdbcUrl = "jdbc:postgresql://" + authority.substring(at + 1) + uri.getRawPath() + query;
    if (at < 0) {
      return new DatabaseUrl(jdbcUrl, null, null);
    }
    String credentials = authority.substring(0, at);
    int colon = credentials.indexOf(':');
    return colon < 0
        ? new DatabaseUrl(jdbcUrl, decode(credentials), null)
        : new DatabaseUrl(
            jdbcUrl,
            decode(credentials.substring(0, colon)),
            decode(credentials.substring(colon + 1)));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
