package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import java.util.Objects;

/** Repairs what tables stand in and build on: schemas and extensions. */
final class FrameRepair {
  private FrameRepair() {}

  static void add(Difference difference, Steps steps) {
    CatalogObject object = difference.object();
    boolean schema = object.kind() == Kind.SCHEMA;
    switch (difference.type()) {
      case MISSING -> steps.add(schema ? Phase.SCHEMAS : Phase.EXTENSIONS, object.definition());
      case UNEXPECTED -> {
        if (schema) {
          steps.destroy(
              Phase.REMOVALS,
              "DROP SCHEMA " + object.name() + " CASCADE",
              "Everything in the schema goes with it.");
        } else {
          steps.add(Phase.REMOVALS, "DROP EXTENSION " + object.name());
        }
      }
      case CHANGED ->
          steps.add(
              Phase.EXTENSIONS,
              "ALTER EXTENSION "
                  + object.name()
                  + " SET SCHEMA "
                  + Objects.requireNonNull(object.part("schema")));
    }
  }
}
