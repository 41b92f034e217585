package com.dotmac.platform.migrator.rollback;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.drift.Difference;
import java.util.List;

/** Says what a way back left behind, or took too much. */
public final class Remains {
  private Remains() {}

  /**
   * In what a schema differs from the one that was there before the change. An extension may be
   * left: a change installs it where it is missing, and cannot know who else uses it.
   *
   * @param expected the schema before the change
   * @param actual the schema after the way back
   */
  public static List<Difference> differences(Catalog expected, Catalog actual) {
    return Difference.between(expected, actual).stream()
        .filter(
            found ->
                found.type() != Difference.Type.UNEXPECTED
                    || found.object().kind() != Kind.EXTENSION)
        .toList();
  }
}
