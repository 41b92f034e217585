package com.dotmac.platform.domain.identity.secondfactor;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The codes of authenticator apps (RFC 6238): of a step of time, which is the counter of RFC 4226.
 * SHA-1, six digits and thirty seconds are what every app can do; many overlook that a secret asks
 * for anything else.
 */
final class TimeCodes {

  static final Duration STEP = Duration.ofSeconds(30);
  static final int DIGITS = 6;
  static final String ALGORITHM = "SHA1";

  /** So many steps the clock of the app may be before or behind ours. */
  private static final int SKEW = 1;

  private static final Pattern FORM = Pattern.compile("[0-9]{6}");

  private static final HmacOneTimePasswordGenerator GENERATOR =
      new HmacOneTimePasswordGenerator(DIGITS);

  private TimeCodes() {}

  /** Whether a text has the form of a code. */
  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** The step that an instant is in. */
  static long stepAt(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
  }

  /** The code of a step. */
  static String at(SharedSecret secret, long step) {
    try {
      return GENERATOR.generateOneTimePasswordString(secret.key(), step, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("A secret of ours is no key", e);
    }
  }

  /**
   * The step of a code that is taken now.
   *
   * @param code as typed
   * @param at instant of the attempt
   * @param after step of the last code that was taken: neither it nor an earlier one is taken again
   *     (RFC 6238, 5.2)
   * @return the latest, should two steps have the same code; empty if it is taken for none
   */
  static OptionalLong accepted(SharedSecret secret, String code, Instant at, long after) {
    byte[] presented = code.getBytes(StandardCharsets.UTF_8);
    long now = stepAt(at);
    OptionalLong found = OptionalLong.empty();
    for (long step = Math.max(now - SKEW, after + 1); step <= now + SKEW; step++) {
      byte[] expected = at(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(expected, presented)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }
}
