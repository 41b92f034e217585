package com.dotmac.platform.domain.billing.payments;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what may be the number of a card (ISO/IEC 7812) in a text that people type: 13 to 19 digits
 * that begin as those of the card schemes do, with the right check digit, however they are spaced.
 * Such a number is never stored: a provider keeps it and gives a token.
 */
final class CardNumbers {

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final Pattern DIGITS = Pattern.compile("\\d(?:[ .\\-/_]*\\d)*");
  private static final Pattern OF_A_SCHEME = Pattern.compile("[2-6]\\d*");

  private CardNumbers() {}

  /**
   * Whether a text may hold the number of a card.
   *
   * @param text any text; {@code null}: there is none
   */
  static boolean appearIn(@Nullable String text) {
    if (text == null) {
      return false;
    }
    Matcher run = DIGITS.matcher(text);
    while (run.find()) {
      if (looksLikeOne(run.group().replaceAll("\\D", ""))) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksLikeOne(String digits) {
    return digits.length() >= SHORTEST
        && digits.length() <= LONGEST
        && OF_A_SCHEME.matcher(digits).matches()
        && luhn(digits) % 10 == 0;
  }

  /** The sum of the digits, where each second one from the right counts twice. */
  private static int luhn(String digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      int counted = place % 2 == 0 ? digit : 2 * digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum;
  }
}
