package com.dotmac.platform.migrator.catalog;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings expressions into one form that PostgreSQL words in two: a comparison of a {@code varchar}
 * with a list is first stored with one cast around the list, and with a cast around each element
 * once its own text was read back, as a restore of a dump does. Both mean the same.
 */
final class Wording {
  private static final String LITERAL =
      "(?:'(?:[^']|'')*'|E'(?:[^'\\\\]|''|\\\\.)*')::character varying";
  private static final Pattern ELEMENT = Pattern.compile(LITERAL);
  private static final Pattern LIST =
      Pattern.compile("\\(ARRAY\\[(" + LITERAL + "(?:, " + LITERAL + ")*)\\]\\)::text\\[\\]");

  private Wording() {}

  /** The text in the form that survives being read back. */
  static String settled(String text) {
    return LIST.matcher(text).replaceAll(Wording::quoted);
  }

  private static String quoted(MatchResult list) {
    String elements =
        ELEMENT.matcher(list.group(1)).replaceAll(each -> "(" + literal(each) + ")::text");
    return Matcher.quoteReplacement("ARRAY[" + elements + "]");
  }

  private static String literal(MatchResult element) {
    return Matcher.quoteReplacement(element.group());
  }
}
