package com.dotmac.platform.app.billing.documents;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into lines that fit a width: between words, and within a word that is too long. */
final class Wrapping {

  private Wrapping() {}

  /**
   * The lines of a text.
   *
   * @param text whatever somebody typed
   * @param width in points
   * @return at least one line, none wider than the width unless a single character is
   */
  static List<String> of(Typeface typeface, String text, float size, float width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : typeface.printable(text).split("\n", -1)) {
      wrap(typeface, paragraph.strip(), size, width, lines);
    }
    return lines;
  }

  private static void wrap(
      Typeface typeface, String paragraph, float size, float width, List<String> lines) {
    String line = "";
    for (String word : paragraph.split(" +", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (typeface.width(longer, size) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (typeface.width(line, size) > width) {
        int end = fitting(typeface, line, size, width);
        if (end == line.length()) {
          break;
        }
        lines.add(line.substring(0, end));
        line = line.substring(end);
      }
    }
    lines.add(line);
  }

  /** Where the part ends that fits, after the first character at the earliest. */
  private static int fitting(Typeface typeface, String word, float size, float width) {
    int end = Character.charCount(word.codePointAt(0));
    float sum = typeface.width(word.substring(0, end), size);
    while (end < word.length()) {
      int next = end + Character.charCount(word.codePointAt(end));
      sum += typeface.width(word.substring(end, next), size);
      if (sum > width) {
        break;
      }
      end = next;
    }
    return end;
  }
}
