package com.dotmac.platform.domain.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * What the texts of credentials are made of: identifiers and random bits in URL-safe Base64,
 * without padding. An identifier has 22 characters, 128 random bits have 22 and 256 have 43.
 */
public final class TokenText {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private TokenText() {}

  /** So many random bytes as text. */
  public static String random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return ENCODER.encodeToString(value);
  }

  /** An identifier as text. */
  public static String of(UUID id) {
    return ENCODER.encodeToString(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  /**
   * The identifier of a text.
   *
   * @param text 22 characters of the alphabet
   */
  public static UUID identifier(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /**
   * What the database keeps of a secret: its SHA-256, 32 bytes. Only for secrets that are random;
   * what a person chose can be guessed, and needs a slow hash.
   */
  public static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
