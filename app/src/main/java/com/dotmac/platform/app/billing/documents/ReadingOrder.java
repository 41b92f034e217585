package com.dotmac.platform.app.billing.documents;

import java.text.Bidi;

/**
 * A line in the order in which it is drawn, from left to right, also where it is read the other
 * way.
 */
final class ReadingOrder {
  private static final String OPENING = "([{<«";
  private static final String CLOSING = ")]}>»";

  private ReadingOrder() {}

  static String drawn(String line) {
    Bidi order = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    if (order.isLeftToRight()) {
      return line;
    }
    int count = order.getRunCount();
    byte[] levels = new byte[count];
    String[] runs = new String[count];
    for (int run = 0; run < count; run++) {
      levels[run] = (byte) order.getRunLevel(run);
      String part = line.substring(order.getRunStart(run), order.getRunLimit(run));
      runs[run] = levels[run] % 2 == 0 ? part : mirrored(part);
    }
    Bidi.reorderVisually(levels, 0, runs, 0, count);
    return String.join("", runs);
  }

  private static String mirrored(String part) {
    StringBuilder turned = new StringBuilder(part).reverse();
    for (int at = 0; at < turned.length(); at++) {
      char character = turned.charAt(at);
      int opening = OPENING.indexOf(character);
      int closing = CLOSING.indexOf(character);
      if (opening >= 0) {
        turned.setCharAt(at, CLOSING.charAt(opening));
      } else if (closing >= 0) {
        turned.setCharAt(at, OPENING.charAt(closing));
      }
    }
    return turned.toString();
  }
}
