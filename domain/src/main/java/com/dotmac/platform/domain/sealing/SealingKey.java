package com.dotmac.platform.domain.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.util.Base64;
import javax.crypto.SecretKey;

/** A key that seals and opens: 256 bits that nobody could guess. Never shows itself. */
public final class SealingKey {

  private static final int BYTES = 32;

  private final OctetSequenceKey key;

  private SealingKey(OctetSequenceKey key) {
    this.key = key;
  }

  /**
   * Reads a key.
   *
   * @param base64 256 bits in Base64, with or without padding
   * @throws IllegalArgumentException if it is anything else; the message does not repeat it
   */
  public static SealingKey parse(String base64) {
    byte[] bytes = decoded(base64);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "A sealing key has 256 bits, and this one has " + bytes.length * Byte.SIZE);
    }
    try {
      return new SealingKey(new OctetSequenceKey.Builder(bytes).keyIDFromThumbprint().build());
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // The cause shows characters of the key, so it is not handed on.
      throw new IllegalArgumentException(
          "A sealing key is 256 bits in Base64, and this is no Base64");
    }
  }

  /** Names the key without giving it away: a digest of it (RFC 7638). */
  public String id() {
    return key.getKeyID();
  }

  SecretKey secret() {
    return key.toSecretKey("AES");
  }

  @Override
  public String toString() {
    return "sealing key " + id();
  }
}
