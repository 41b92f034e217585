package com.dotmac.platform.migrator.catalog;

import java.util.List;
import java.util.Map;

/**
 * What rests on what in the connected database: a view on its tables, a policy on its columns, a
 * foreign key on the key it refers to.
 *
 * @param dependants identities of the objects that rest directly on an object, by its identity
 */
public record Dependencies(Map<String, List<String>> dependants) {
  /** Nothing rests on anything. */
  public static final Dependencies NONE = new Dependencies(Map.of());

  /** Keeps a copy. */
  public Dependencies {
    dependants = Map.copyOf(dependants);
  }

  /** Identities of the objects that rest directly on this one, sorted; empty when none does. */
  public List<String> on(String identity) {
    return dependants.getOrDefault(identity, List.of());
  }
}
