package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import java.util.Objects;

/** Repairs indexes without stopping those who write. */
final class IndexRepair {
  private static final String VERB = "INDEX ";

  private IndexRepair() {}

  static void add(Difference difference, Steps steps) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (expected != null && actual != null && create(expected).equals(create(actual))) {
      remake(expected, actual, steps);
      return;
    }
    if (actual != null) {
      drop(actual, steps);
    }
    if (expected != null) {
      make(expected, steps);
    }
  }

  static void drop(CatalogObject index, Steps steps) {
    // A view that went before took its indexes along.
    String there = isOnView(index) ? "IF EXISTS " : "";
    steps.add(Phase.DROP_INDEXES, "DROP INDEX " + how(index) + there + index.name());
  }

  static void make(CatalogObject index, Steps steps) {
    steps.add(
        isOnView(index) ? Phase.DEPENDANTS : Phase.INDEXES,
        index.part("partitioned") == null ? concurrently(create(index)) : create(index));
    if (create(index).startsWith("CREATE UNIQUE ")) {
      steps.caution("Rows that are equal in the columns of the index stand in the way.");
    }
    if (state(index).contains("clustered")) {
      cluster(index, steps);
    }
  }

  /** The statement that makes an index while others write; {@code INDEX} is its first such word. */
  static String concurrently(String create) {
    int at = create.indexOf(VERB) + VERB.length();
    return create.substring(0, at) + "CONCURRENTLY " + create.substring(at);
  }

  private static void remake(CatalogObject expected, CatalogObject actual, Steps steps) {
    boolean broken = state(actual).contains("invalid");
    if (broken && !state(expected).contains("invalid")) {
      steps.add(Phase.INDEXES, "REINDEX INDEX " + how(expected) + expected.name());
      steps.caution(
          "An index stays invalid when its concurrent build failed; for a unique one, look for"
              + " equal rows first.");
    }
    if (state(expected).contains("clustered")) {
      cluster(expected, steps);
    } else if (state(actual).contains("clustered")) {
      steps.add(Phase.SWITCHES, "ALTER TABLE " + actual.parent() + " SET WITHOUT CLUSTER");
    }
  }

  private static void cluster(CatalogObject index, Steps steps) {
    steps.add(Phase.SWITCHES, "ALTER TABLE " + index.parent() + " CLUSTER ON " + index.name());
  }

  private static boolean isOnView(CatalogObject index) {
    return index.part("on_view") != null;
  }

  private static String how(CatalogObject index) {
    return index.part("partitioned") == null ? "CONCURRENTLY " : "";
  }

  private static String create(CatalogObject index) {
    return Objects.requireNonNullElse(index.part("create"), index.definition());
  }

  private static String state(CatalogObject index) {
    return Objects.requireNonNullElse(index.part("state"), "");
  }
}
