package com.dotmac.platform.domain.identity.secondfactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * What an authenticator app and the server share: 160 random bits, as RFC 4226 recommends. Never
 * shows itself but where it is asked to.
 */
final class SharedSecret {

  private static final int BYTES = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;

  private SharedSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A new one. */
  static SharedSecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SharedSecret(bytes);
  }

  /**
   * Reads one.
   *
   * @param base32 what {@link #base32} gave
   */
  static SharedSecret parse(String base32) {
    return new SharedSecret(Base32.decode(base32));
  }

  /** The secret for people to type: 32 letters and digits. */
  String base32() {
    return Base32.toBase32String(bytes);
  }

  /** The secret for the computation of codes. */
  Key key() {
    return new SecretKeySpec(bytes, "RAW");
  }

  /**
   * The secret for an app to scan, in the form that authenticator apps agree on.
   *
   * @param issuer who asks for the codes, as the app shows it
   * @param account for whom
   */
  String uri(String issuer, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=%s&digits=%d&period=%d"
        .formatted(
            encoded(issuer),
            encoded(account),
            base32(),
            encoded(issuer),
            TimeCodes.ALGORITHM,
            TimeCodes.DIGITS,
            TimeCodes.STEP.toSeconds());
  }

  /** A colon would part issuer from account elsewhere, also an encoded one. */
  private static String encoded(String text) {
    return URLEncoder.encode(text.replace(':', ' '), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Gives nothing away. */
  @Override
  public String toString() {
    return "a shared secret";
  }
}
