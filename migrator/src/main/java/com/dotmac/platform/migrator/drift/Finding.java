package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import java.util.List;

/**
 * One thing to tell about a schema: an object that differs, with all that differs only because it
 * does. A table that should not be there is one finding, not twenty.
 *
 * @param difference the object itself
 * @param parts what came or went with it
 * @param repair how to mend it all
 */
public record Finding(Difference difference, List<Difference> parts, Repair repair) {

  /** Keeps a copy of the parts. */
  public Finding {
    parts = List.copyOf(parts);
  }

  /** The object that the finding is about. */
  public CatalogObject object() {
    return difference.object();
  }
}
