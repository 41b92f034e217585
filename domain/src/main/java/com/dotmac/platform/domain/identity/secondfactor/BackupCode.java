package com.dotmac.platform.domain.identity.secondfactor;

import com.dotmac.platform.domain.identity.TokenText;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;

/**
 * A backup code as its owner has it: {@code abcd-efgh-ijkl-mnop-qrst-uvwx}, 120 random bits in
 * Base32. As many as that nobody guesses from a digest, so a fast one does (NIST SP 800-63B asks
 * for 112).
 */
record BackupCode(String text) {

  private static final int BYTES = 15;
  private static final String GROUP = "(.{4})(?=.)";
  private static final Pattern FORM = Pattern.compile("[A-Z2-7]{24}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  static BackupCode random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new BackupCode(
        Base32.toBase32String(bytes).toLowerCase(Locale.ROOT).replaceAll(GROUP, "$1-"));
  }

  /**
   * What the database keeps of a code.
   *
   * @param typed in any case, without blanks and hyphens
   * @return empty if it has not the form of a code
   */
  static Optional<byte[]> digest(String typed) {
    String code = typed.toUpperCase(Locale.ROOT);
    return FORM.matcher(code).matches() ? Optional.of(TokenText.digest(code)) : Optional.empty();
  }

  /** What the database keeps of this one. */
  byte[] digest() {
    return digest(text.replace("-", "")).orElseThrow();
  }

  /** Gives nothing away. */
  @Override
  public String toString() {
    return "a backup code";
  }
}
