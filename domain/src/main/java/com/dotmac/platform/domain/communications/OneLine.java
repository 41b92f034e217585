package com.dotmac.platform.domain.communications;

import java.util.regex.Pattern;

/**
 * Makes one line of a text that somebody chose: the head of a mail is made of lines, and whoever
 * could break one would write heads of his own.
 */
final class OneLine {

  /** Controls of ASCII and Latin-1, and the two separators of Unicode. */
  private static final Pattern BREAKS =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+");

  private OneLine() {}

  /** The text in one line, cut to so many characters; never between the halves of one. */
  static String of(String text, int longest) {
    String line = BREAKS.matcher(text).replaceAll(" ").strip();
    if (line.length() <= longest) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
    return line.substring(0, end);
  }
}
