package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Repairs sequences. */
final class SequenceRepair {
  private SequenceRepair() {}

  static void add(Difference difference, Steps steps) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (expected == null) {
      steps.destroy(
          Phase.REMOVALS,
          "DROP SEQUENCE " + difference.object().name(),
          "The count of the sequence is lost.");
    } else if (actual == null) {
      create(expected, steps);
    } else {
      change(expected, actual, steps);
    }
  }

  private static void create(CatalogObject expected, Steps steps) {
    String unlogged = expected.part("unlogged");
    steps.add(
        Phase.SEQUENCES,
        "CREATE %sSEQUENCE %s %s"
            .formatted(
                unlogged == null ? "" : unlogged + " ", expected.name(), settings(expected)));
    steps.caution(
        "The sequence begins anew: set it beyond the numbers in use, with setval, before rows are"
            + " added.");
    own(expected, null, steps);
  }

  private static void change(CatalogObject expected, CatalogObject actual, Steps steps) {
    if (!settings(expected).equals(settings(actual))) {
      steps.add(Phase.SEQUENCES, "ALTER SEQUENCE " + expected.name() + " " + settings(expected));
    }
    if (!Objects.equals(expected.part("unlogged"), actual.part("unlogged"))) {
      steps.add(
          Phase.SEQUENCES,
          "ALTER SEQUENCE %s SET %s"
              .formatted(
                  expected.name(), expected.part("unlogged") == null ? "LOGGED" : "UNLOGGED"));
    }
    own(expected, actual.part("owned_by"), steps);
  }

  // After the columns: one of them may be the owner.
  private static void own(CatalogObject expected, @Nullable String now, Steps steps) {
    String owner = expected.part("owned_by");
    if (!Objects.equals(owner, now)) {
      steps.add(
          Phase.SWITCHES,
          "ALTER SEQUENCE " + expected.name() + " OWNED BY " + (owner == null ? "NONE" : owner));
    }
  }

  private static String settings(CatalogObject sequence) {
    return Objects.requireNonNull(sequence.part("settings"));
  }
}
