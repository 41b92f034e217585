package com.dotmac.platform.domain.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
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
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** A new key of a tenant. */
  static ApiKeyToken generate(UUID tenantId) {
    return new ApiKeyToken(tenantId, random(9), random(32));
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
    ByteBuffer tenant = ByteBuffer.wrap(Base64.getUrlDecoder().decode(matcher.group(1)));
    return Optional.of(
        new ApiKeyToken(
            new UUID(tenant.getLong(), tenant.getLong()), matcher.group(2), matcher.group(3)));
  }

  /** The key as text, to be shown once. */
  String text() {
    byte[] tenant =
        ByteBuffer.allocate(16)
            .putLong(tenantId.getMostSignificantBits())
            .putLong(tenantId.getLeastSignificantBits())
            .array();
    return "dmk_" + ENCODER.encodeToString(tenant) + "." + prefix + "." + secret;
  }

  /** What the database keeps of the secret. */
  byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Names the key without giving it away. */
  @Override
  public String toString() {
    return "API key " + prefix;
  }

  private static String random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return ENCODER.encodeToString(value);
  }
}
