package com.dotmac.platform.domain.identity;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its holder has it: {@code dmk_<tenant>.<prefix>.<secret>}, each part in URL-safe
 * Base64.
 *
 * <p>The key names its tenant, so that it is looked up behind row security. The secret has 256
 * random bits: a plain SHA-256 of it cannot be guessed backwards, and checking one is fast enough
 * for every request.
 *
 * @param tenantId tenant of the key
 * @param prefix public part that finds the row
 * @param secret secret part
 */
record ApiKeyToken(UUID tenantId, String prefix, String secret) {

  private static final Pattern FORM =
      Pattern.compile("dmk_([\\w-]{22})\\.([\\w-]{8,16})\\.([\\w-]{43})");

  /** A new key of a tenant. */
  static ApiKeyToken generate(UUID tenantId) {
    return new ApiKeyToken(tenantId, TokenText.random(9), TokenText.random(32));
  }

  /**
   * Reads a key.
   *
   * @param text what the caller presented
   * @return empty if it is no key of ours
   */
  static Optional<ApiKeyToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ApiKeyToken(
            TokenText.identifier(matcher.group(1)), matcher.group(2), matcher.group(3)));
  }

  /** The key as text, to be shown once. */
  String text() {
    return "dmk_" + TokenText.of(tenantId) + "." + prefix + "." + secret;
  }

  /** What the database keeps of the secret. */
  byte[] digest() {
    return TokenText.digest(secret);
  }

  /** Names the key without giving it away. */
  @Override
  public String toString() {
    return "API key " + prefix;
  }
}
