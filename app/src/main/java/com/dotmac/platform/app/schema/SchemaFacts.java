package com.dotmac.platform.app.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one look found, before anybody judges it.
 *
 * @param history the changes that the database has seen, oldest first; empty if nobody keeps a
 *     history there
 * @param tables how many tables there are beside the migrator's own; counted only where there is no
 *     history, else 0
 * @param migrators sessions of migrators at work, in words
 * @param objects hash of each object of the schema by kind and name, as in {@code RequiredCatalog};
 *     empty where there is no history
 */
public record SchemaFacts(
    Optional<List<AppliedChange>> history,
    long tables,
    List<String> migrators,
    Map<String, String> objects) {

  /** Takes copies. */
  public SchemaFacts {
    history = history.map(List::copyOf);
    migrators = List.copyOf(migrators);
    objects = Map.copyOf(objects);
  }
}
