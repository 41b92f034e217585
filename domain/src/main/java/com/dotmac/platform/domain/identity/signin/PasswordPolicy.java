package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.shared.EmailAddress;
import java.text.Normalizer;

/**
 * What a new password must be: long, and not the address. Rules about kinds of characters make
 * passwords that are hard to keep and no harder to guess (NIST SP 800-63B), so there are none.
 */
public final class PasswordPolicy {

  /** Fewest characters. */
  public static final int SHORTEST = 12;

  /** Most characters: whoever sends more wants to see the server work. */
  public static final int LONGEST = 200;

  private PasswordPolicy() {}

  /**
   * A password as it is hashed: without blanks around it, as of any text, and composed (NFC), so
   * that a letter with an accent is one letter whatever the keyboard sends.
   *
   * @param password as typed
   */
  static String normalised(String password) {
    return Normalizer.normalize(password.strip(), Normalizer.Form.NFC);
  }

  /**
   * Refuses a password that is not good enough.
   *
   * @param password normalised
   * @param email address of its owner
   * @throws PasswordException.Refused if it is too short, too long, one character over and over, or
   *     the address
   */
  static void refuseUnlessGood(String password, String email) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new PasswordException.Refused(
          "A password has " + SHORTEST + " to " + LONGEST + " characters.");
    }
    if (EmailAddress.required(password).equals(EmailAddress.required(email))) {
      throw new PasswordException.Refused("A password is not the e-mail address.");
    }
    if (password.codePoints().distinct().count() == 1) {
      throw new PasswordException.Refused("A password is not one character over and over.");
    }
  }
}
