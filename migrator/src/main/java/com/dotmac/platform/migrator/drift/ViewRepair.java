package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import java.util.Objects;

/** Repairs views, and statistics, which are replaced in the same way. */
final class ViewRepair {
  private static final String CREATE = "CREATE ";

  private ViewRepair() {}

  static void add(Difference difference, Steps steps) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (expected != null && actual != null && !isRemade(difference)) {
      steps.add(
          Phase.VIEWS,
          expected.position(),
          "CREATE OR REPLACE " + expected.definition().substring(CREATE.length()));
      return;
    }
    if (actual != null) {
      drop(actual, steps);
    }
    if (expected != null) {
      create(expected, steps);
    }
  }

  /** Whether the view is dropped and made again, which takes along what rests on it. */
  static boolean isRemade(Difference difference) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    return expected != null
        && actual != null
        && !("VIEW".equals(expected.part("word"))
            && "VIEW".equals(actual.part("word"))
            && Objects.equals(expected.part("columns"), actual.part("columns")));
  }

  static void drop(CatalogObject view, Steps steps) {
    String word = view.kind() == Kind.STATISTICS ? "STATISTICS" : view.part("word");
    steps.add(Phase.DROP_DEPENDANTS, -view.position(), "DROP " + word + " " + view.name());
  }

  static void create(CatalogObject view, Steps steps) {
    steps.add(view.kind() == Kind.STATISTICS ? Phase.DEPENDANTS : Phase.VIEWS, view.definition());
    if ("MATERIALIZED VIEW".equals(view.part("word"))) {
      steps.caution("The view is computed anew, which takes as long as its query.");
    }
  }
}
