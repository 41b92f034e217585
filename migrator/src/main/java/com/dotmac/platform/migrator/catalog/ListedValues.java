package com.dotmac.platform.migrator.catalog;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the one form in which the server words a check that a column holds one of some texts.
 * Whatever says more or less than that is not recognised.
 */
final class ListedValues {
  private static final String TEXT = "'((?:[^']|'')*)'::(?:character varying|bpchar|text)";
  private static final String ITEM = "\\(?" + TEXT + "\\)?(?:::text)?";
  private static final Pattern EACH = Pattern.compile(TEXT);

  private ListedValues() {}

  /** The values, in their order; empty when the check is another one. */
  static List<String> of(String definition, String column) {
    String name = Pattern.quote(column);
    Matcher check =
        Pattern.compile(
                "CHECK \\(\\(\\(?%1$s\\)?(?:::text)? = (?:ANY \\(ARRAY\\[(%2$s(?:, %2$s)*)\\]\\)|(%2$s))\\)\\)"
                    .formatted(name, ITEM))
            .matcher(Wording.settled(definition));
    return check.matches()
        ? EACH.matcher(definition)
            .results()
            .map(value -> value.group(1).replace("''", "'"))
            .toList()
        : List.of();
  }
}
