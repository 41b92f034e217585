package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;

/** Repairs comments. */
final class CommentRepair {
  private CommentRepair() {}

  static void add(Difference difference, Steps steps) {
    CatalogObject expected = difference.expected();
    steps.add(
        Phase.COMMENTS,
        expected == null
            ? "COMMENT ON " + difference.object().part("on") + " IS NULL"
            : expected.definition());
  }
}
