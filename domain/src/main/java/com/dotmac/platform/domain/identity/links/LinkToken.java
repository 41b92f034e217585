package com.dotmac.platform.domain.identity.links;

import com.dotmac.platform.domain.identity.TokenText;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a link carries: {@code dmt_<tenant>.<row>.<secret>}, each part in URL-safe Base64.
 *
 * @param tenantId tenant of the person
 * @param id the row
 * @param secret 256 random bits
 */
public record LinkToken(UUID tenantId, UUID id, String secret) {

  private static final Pattern FORM =
      Pattern.compile("dmt_([\\w-]{22})\\.([\\w-]{22})\\.([\\w-]{43})");

  /** A new one. */
  public static LinkToken fresh(UUID tenantId, UUID id) {
    return new LinkToken(tenantId, id, TokenText.random(32));
  }

  /**
   * Reads a token.
   *
   * @param text what the caller presented
   * @return empty if it is no token of a link
   */
  public static Optional<LinkToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new LinkToken(
            TokenText.identifier(matcher.group(1)),
            TokenText.identifier(matcher.group(2)),
            matcher.group(3)));
  }

  /** The token as text. */
  public String text() {
    return "dmt_" + String.join(".", TokenText.of(tenantId), TokenText.of(id), secret);
  }

  /** What a row keeps of it: SHA-256 of the secret. */
  public byte[] digest() {
    return TokenText.digest(secret);
  }

  /**
   * Whether a row kept this digest of it; the time that it takes tells nothing.
   *
   * @param kept what the row keeps
   */
  public boolean hasDigest(byte[] kept) {
    return MessageDigest.isEqual(kept, digest());
  }

  /** Names the token without giving it away. */
  @Override
  public String toString() {
    return "token " + id;
  }
}
