package com.dotmac.platform.app.schema;

import com.dotmac.platform.domain.schema.RequiredCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the tables differ from what the changes make.
 *
 * @param harmful what can break the code or the isolation of tenants, in words
 * @param tolerated what an operator may add or lose without harm, in words: it is told, and nothing
 *     follows from it
 */
public record Drift(List<String> harmful, List<String> tolerated) {

  private static final int SHOWN = 3;

  /** No difference. */
  static final Drift NONE = new Drift(List.of(), List.of());

  /** Takes copies. */
  public Drift {
    harmful = List.copyOf(harmful);
    tolerated = List.copyOf(tolerated);
  }

  /**
   * Compares.
   *
   * @param required what is to be
   * @param found what is, by kind and name
   */
  static Drift between(RequiredCatalog required, Map<String, String> found) {
    return required.objects().equals(found)
        ? NONE
        : new Comparison(required.objects(), found).drift();
  }

  /** The first few harmful differences in one line. */
  String summary() {
    int shown = Math.min(harmful.size(), SHOWN);
    String first = String.join("; ", harmful.subList(0, shown));
    return harmful.size() > shown ? first + "; and " + (harmful.size() - shown) + " more" : first;
  }

  /** One comparison; what belongs to a table that is missing or unknown is told with the table. */
  private static final class Comparison {
    private final Map<CatalogName, String> required;
    private final Map<CatalogName, String> found;
    private final List<String> harmful = new ArrayList<>();
    private final List<String> tolerated = new ArrayList<>();

    Comparison(Map<String, String> required, Map<String, String> found) {
      this.required = parsed(required);
      this.found = parsed(found);
    }

    Drift drift() {
      required.forEach(this::compare);
      found.keySet().stream().filter(object -> !required.containsKey(object)).forEach(this::add);
      return new Drift(harmful, tolerated);
    }

    private void compare(CatalogName object, String hash) {
      String now = found.get(object);
      if (hash.equals(now) || (now == null && !object.standsAlone(found.keySet()))) {
        return;
      }
      String words = object + (now == null ? " is missing" : " is not as the changes make it");
      (object.isForSpeed() ? tolerated : harmful).add(words);
    }

    private void add(CatalogName object) {
      if (!object.standsAlone(required.keySet())) {
        return;
      }
      (object.isHarmfulAddition() ? harmful : tolerated).add(object + " is made by no change");
    }

    private static Map<CatalogName, String> parsed(Map<String, String> objects) {
      Map<CatalogName, String> parsed = new TreeMap<>();
      objects.forEach((name, hash) -> parsed.put(CatalogName.of(name), hash));
      return parsed;
    }
  }
}
