package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Repairs enums and domains in place; other types, and enums with a value too many, are made anew.
 */
final class TypeRepair {
  private static final String VALUE = "value ";
  private static final String CHECK = "check ";

  private TypeRepair() {}

  static void add(Difference difference, Steps steps) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (expected == null) {
      steps.add(Phase.REMOVALS, drop(difference.object()));
    } else if (actual == null) {
      steps.add(Phase.TYPES, expected.position(), expected.definition());
    } else if (isRemade(difference)) {
      remake(expected, actual, steps);
    } else if (isDomain(expected)) {
      changeDomain(expected, actual, steps);
    } else {
      addValues(expected, actual, steps);
    }
  }

  /** Whether the type is dropped and made again, which every column of it has to survive. */
  static boolean isRemade(Difference difference) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (expected == null || actual == null) {
      return false;
    }
    if (isDomain(expected) && isDomain(actual)) {
      return !Objects.equals(expected.part("base"), actual.part("base"))
          || !Objects.equals(expected.part("collation"), actual.part("collation"));
    }
    List<String> there = values(actual);
    List<String> common = new ArrayList<>(values(expected));
    common.retainAll(there);
    return there.isEmpty() || !common.equals(there);
  }

  /** Frees a column of a type that goes, and gives it the type that comes. */
  static void carry(CatalogObject column, CatalogObject expected, Steps steps) {
    String alter = "ALTER TABLE " + column.parent() + " ALTER COLUMN " + column.name() + " ";
    String value = column.part("default");
    if (value != null) {
      steps.add(Phase.DROP_COLUMNS, alter + "DROP DEFAULT");
    }
    steps.add(Phase.DROP_COLUMNS, alter + "TYPE text USING " + column.name() + "::text");
    String type = Objects.requireNonNull(column.part("type"));
    steps.add(Phase.COLUMNS, alter + "TYPE " + type + " USING " + column.name() + "::" + type);
    if (value != null) {
      steps.add(Phase.COLUMNS, alter + "SET DEFAULT " + value);
    }
    steps.caution(
        "A row with a value that type "
            + expected.name()
            + " lacks stands in the way; table "
            + column.parent()
            + " is rewritten twice and locked meanwhile.");
  }

  private static void remake(CatalogObject expected, CatalogObject actual, Steps steps) {
    steps.add(Phase.TYPES, -1, drop(actual));
    steps.add(Phase.TYPES, expected.position(), expected.definition());
  }

  private static void addValues(CatalogObject expected, CatalogObject actual, Steps steps) {
    List<String> wanted = values(expected);
    List<String> there = values(actual);
    for (int i = 0; i < wanted.size(); i++) {
      if (!there.contains(wanted.get(i))) {
        String place = i == 0 ? " BEFORE " + there.get(0) : " AFTER " + wanted.get(i - 1);
        steps.add(
            Phase.TYPES, "ALTER TYPE " + expected.name() + " ADD VALUE " + wanted.get(i) + place);
      }
    }
  }

  private static void changeDomain(CatalogObject expected, CatalogObject actual, Steps steps) {
    String domain = "ALTER DOMAIN " + expected.name() + " ";
    if (!Objects.equals(expected.part("default"), actual.part("default"))) {
      String value = expected.part("default");
      steps.add(Phase.TYPES, domain + (value == null ? "DROP DEFAULT" : "SET DEFAULT " + value));
    }
    if (!Objects.equals(expected.part("not_null"), actual.part("not_null"))) {
      boolean required = expected.part("not_null") != null;
      steps.add(Phase.TYPES, domain + (required ? "SET NOT NULL" : "DROP NOT NULL"));
      if (required) {
        steps.caution("A row without a value in a column of the domain stands in the way.");
      }
    }
    Map<String, String> wanted = checks(expected);
    Map<String, String> there = checks(actual);
    there.forEach(
        (name, rule) -> {
          if (!rule.equals(wanted.get(name))) {
            steps.add(Phase.TYPES, domain + "DROP CONSTRAINT " + name);
          }
        });
    wanted.forEach(
        (name, rule) -> {
          if (!rule.equals(there.get(name))) {
            steps.add(Phase.TYPES, domain + "ADD CONSTRAINT " + name + " " + rule);
            steps.caution("A value that breaks the rule of the domain stands in the way.");
          }
        });
  }

  private static String drop(CatalogObject type) {
    return "DROP " + type.part("word") + " " + type.name();
  }

  private static boolean isDomain(CatalogObject type) {
    return "DOMAIN".equals(type.part("word"));
  }

  private static List<String> values(CatalogObject type) {
    return type.parts().entrySet().stream()
        .filter(part -> part.getKey().startsWith(VALUE))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Map<String, String> checks(CatalogObject type) {
    Map<String, String> checks = new LinkedHashMap<>();
    type.parts()
        .forEach(
            (key, rule) -> {
              if (key.startsWith(CHECK)) {
                checks.put(key.substring(CHECK.length()), rule);
              }
            });
    return checks;
  }
}
