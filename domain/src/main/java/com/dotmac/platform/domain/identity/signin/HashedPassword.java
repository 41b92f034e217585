package com.dotmac.platform.domain.identity.signin;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password as it is kept: the hash with its salt and its cost.
 *
 * @param cost what the computation cost
 * @param salt random bytes, in Base64 without padding
 * @param hash what came out, likewise
 */
public record HashedPassword(HashCost cost, String salt, String hash) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([\\w+/]+)\\$([\\w+/]+)");
  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

  static HashedPassword of(HashCost cost, byte[] salt, byte[] hash) {
    return new HashedPassword(cost, ENCODER.encodeToString(salt), ENCODER.encodeToString(hash));
  }

  /**
   * Reads what the database keeps.
   *
   * @param text in the PHC string format, of Argon2id
   * @throws IllegalStateException if it has another form
   */
  static HashedPassword parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("The database holds a password hash of an unknown form");
    }
    return new HashedPassword(
        new HashCost(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3))),
        matcher.group(4),
        matcher.group(5));
  }

  /** In the PHC string format. */
  String text() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(cost.memoryKib(), cost.iterations(), cost.lanes(), salt, hash);
  }

  byte[] saltBytes() {
    return Base64.getDecoder().decode(salt);
  }

  byte[] hashBytes() {
    return Base64.getDecoder().decode(hash);
  }

  /** Gives nothing away. */
  @Override
  public String toString() {
    return "a hashed password";
  }
}
