package com.dotmac.platform.it.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a change is listed: once, under its number, in order. What stands in its file is judged by
 * {@code db lint}.
 */
final class ChangeFileRules {
  private static final Pattern NAME =
      Pattern.compile("(?<number>\\d{4})-[a-z]+(-[a-z0-9]+){2,}\\.sql");

  private ChangeFileRules() {}

  /** The list names every file once, in the order of gapless numbers, and holds nothing else. */
  static List<String> listing(ChangeFiles files) {
    List<String> sentences = new ArrayList<>();
    for (String line : files.strayLines()) {
      sentences.add(
          "changelog.yaml: '%s' is not one change in the agreed form; write one include per line."
              .formatted(line));
    }
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (String file : files.listed()) {
      if (!seen.add(file)) {
        sentences.add("%s is listed twice in changelog.yaml: keep the first line.".formatted(file));
        continue;
      }
      number++;
      if (!files.texts().containsKey(file)) {
        sentences.add("%s is listed in changelog.yaml and is no file: add it.".formatted(file));
      }
      Matcher name = NAME.matcher(file);
      if (!name.matches()) {
        sentences.add(
            "%s is misnamed: four digits, feature, verb phrase, as in 0042-partners-add-payout-reference.sql."
                .formatted(file));
      } else if (Integer.parseInt(name.group("number")) != number) {
        sentences.add(
            "%s stands in place %04d: numbers follow the order of the list, without gaps."
                .formatted(file, number));
      }
    }
    for (String file : files.texts().keySet()) {
      if (!seen.contains(file)) {
        sentences.add(
            "%s is not listed in changelog.yaml: add its line at the end.".formatted(file));
      }
    }
    return sentences;
  }
}
