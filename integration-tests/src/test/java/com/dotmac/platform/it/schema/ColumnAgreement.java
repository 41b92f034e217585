package com.dotmac.platform.it.schema;

import com.dotmac.platform.migrator.catalog.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a column is of the type that its field has, and may be missing where the field may. */
final class ColumnAgreement {
  private static final Pattern SIZED = Pattern.compile("(.+)\\((\\d+)(?:,(\\d+))?\\)(.*)");

  private ColumnAgreement() {}

  /** What is wrong with one column. */
  static List<String> differences(String name, Structure.Column mapped, Structure.Column there) {
    List<String> sentences = new ArrayList<>();
    String wanted = settled(mapped.type());
    String actual = settled(there.type());
    if (!wanted.equals(actual)) {
      sentences.add(
          "Column %s is %s in the entity and %s in the table: %s, or write a change that makes it %2$s."
              .formatted(name, wanted, actual, mend(wanted, actual)));
    }
    if (mapped.required() && !there.required()) {
      sentences.add(
          "Column %s is NOT NULL in the entity and may be missing in the table: make the field"
                  .formatted(name)
              + " @Nullable without nullable = false, or write a change that sets NOT NULL.");
    }
    if (!mapped.required() && there.required()) {
      sentences.add(
          "Column %s may be missing in the entity and is NOT NULL in the table: say @Column(nullable"
                  .formatted(name)
              + " = false), or write a change that drops NOT NULL.");
    }
    return sentences;
  }

  private static String mend(String wanted, String actual) {
    Matcher left = SIZED.matcher(wanted);
    Matcher right = SIZED.matcher(actual);
    if (left.matches() && right.matches() && left.group(1).equals(right.group(1))) {
      return right.group(3) == null
          ? "say @Column(length = %s)".formatted(right.group(2))
          : "say @Column(precision = %s, scale = %s)".formatted(right.group(2), right.group(3));
    }
    return "mend the type of the field or its @JdbcTypeCode";
  }

  /** Six digits of a second are what PostgreSQL keeps anyway. */
  private static String settled(String type) {
    return type.replace("timestamp(6)", "timestamp").replace("time(6)", "time");
  }
}
