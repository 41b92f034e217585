package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Repairs constraints, with the least lock that does it. */
final class ConstraintRepair {
  private ConstraintRepair() {}

  static void add(Difference difference, Steps steps) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (expected == null) {
      drop(difference.object(), steps);
    } else if (actual == null) {
      create(expected, steps);
    } else if (!alter(expected, actual, steps)) {
      drop(actual, steps);
      create(expected, steps);
    }
  }

  static void drop(CatalogObject constraint, Steps steps) {
    steps.add(
        isReference(constraint) ? Phase.DROP_REFERENCES : Phase.DROP_CONSTRAINTS,
        "ALTER TABLE " + constraint.parent() + " DROP CONSTRAINT " + constraint.name());
  }

  static void create(CatalogObject constraint, Steps steps) {
    String table = "ALTER TABLE " + constraint.parent() + " ";
    String index = constraint.part("index");
    if (index != null) {
      steps.add(Phase.CONSTRAINTS, IndexRepair.concurrently(index));
      steps.add(
          Phase.CONSTRAINTS,
          "%sADD CONSTRAINT %s %s USING INDEX %s%s"
              .formatted(
                  table,
                  constraint.name(),
                  constraint.part("key"),
                  constraint.name(),
                  timing(constraint)));
      steps.caution("Rows that are equal in the columns of the key stand in the way.");
      return;
    }
    Phase phase = isReference(constraint) ? Phase.REFERENCES : Phase.CONSTRAINTS;
    if (constraint.part("key") != null || isReferenceOfWhole(constraint)) {
      steps.add(phase, table + "ADD " + constraint.definition());
      steps.caution("The table is locked and read; rows that break the rule stand in the way.");
      return;
    }
    steps.add(
        phase,
        "%sADD CONSTRAINT %s %s%s NOT VALID"
            .formatted(table, constraint.name(), rule(constraint), timing(constraint)));
    if (constraint.part("not_valid") == null) {
      validate(constraint, steps);
    }
  }

  /** What can be done without dropping the constraint; says whether that was all. */
  private static boolean alter(CatalogObject expected, CatalogObject actual, Steps steps) {
    boolean same = rule(expected).equals(rule(actual));
    boolean sameTiming = timing(expected).equals(timing(actual));
    boolean invalidated = expected.part("not_valid") != null && actual.part("not_valid") == null;
    boolean broken = actual.definition().contains(" /* invalid */");
    if (!same || invalidated || broken || (!sameTiming && !isReference(expected))) {
      return false;
    }
    if (!sameTiming) {
      String timing = timing(expected);
      steps.add(
          Phase.REFERENCES,
          "ALTER TABLE %s ALTER CONSTRAINT %s%s"
              .formatted(
                  expected.parent(),
                  expected.name(),
                  timing.isEmpty() ? " NOT DEFERRABLE" : timing));
    }
    String enable = actual.part("enable");
    if (enable != null) {
      enable.lines().forEach(sql -> steps.add(Phase.SWITCHES, sql));
      steps.caution(
          "Only a superuser may switch these triggers on. Rows that came meanwhile were not"
              + " checked.");
    }
    if (actual.part("not_valid") != null && expected.part("not_valid") == null) {
      validate(expected, steps);
    }
    return true;
  }

  private static void validate(CatalogObject constraint, Steps steps) {
    steps.add(
        isReference(constraint) ? Phase.REFERENCES : Phase.CONSTRAINTS,
        "ALTER TABLE " + constraint.parent() + " VALIDATE CONSTRAINT " + constraint.name());
    steps.caution("Every row is read; one that breaks the constraint stands in the way.");
  }

  private static String rule(CatalogObject constraint) {
    String rule = constraint.part("rule");
    return rule == null
        ? constraint.definition().substring(("CONSTRAINT " + constraint.name() + " ").length())
        : rule;
  }

  private static String timing(CatalogObject constraint) {
    @Nullable String timing = constraint.part("timing");
    return Objects.requireNonNullElse(timing, "");
  }

  static boolean isReference(CatalogObject constraint) {
    return constraint.part("references") != null;
  }

  // Those of a partitioned table cannot be added unvalidated before PostgreSQL 18.
  private static boolean isReferenceOfWhole(CatalogObject constraint) {
    return isReference(constraint) && constraint.part("partitioned") != null;
  }
}
