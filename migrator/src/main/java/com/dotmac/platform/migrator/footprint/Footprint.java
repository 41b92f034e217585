package com.dotmac.platform.migrator.footprint;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.drift.Difference;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one change does to the catalogue.
 *
 * @param change id of the change
 * @param added objects that were not there before it
 * @param changed objects that it defines anew, as they are after it
 * @param removed objects that it takes away, as they were before it
 */
public record Footprint(
    String change,
    List<CatalogObject> added,
    List<CatalogObject> changed,
    List<CatalogObject> removed) {

  /** Keeps copies of the lists. */
  public Footprint {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }

  /** The footprint of a change, from the catalogues around it. */
  static Footprint of(String change, Catalog before, Catalog after) {
    List<CatalogObject> added = new ArrayList<>();
    List<CatalogObject> changed = new ArrayList<>();
    List<CatalogObject> removed = new ArrayList<>();
    for (Difference difference : Difference.between(after, before)) {
      switch (difference.type()) {
        case MISSING -> added.add(difference.object());
        case CHANGED -> changed.add(difference.object());
        case UNEXPECTED -> removed.add(Objects.requireNonNull(difference.actual()));
      }
    }
    return new Footprint(change, added, changed, removed);
  }

  /** Whether the change leaves nothing in the catalogue: what it does, it does to rows. */
  @JsonIgnore
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }

  /** The catalogue after this change. */
  Catalog appliedTo(Catalog before) {
    Map<String, CatalogObject> objects = new LinkedHashMap<>();
    before.objects().forEach(object -> objects.put(object.identity(), object));
    removed.forEach(object -> objects.remove(object.identity()));
    added.forEach(object -> objects.put(object.identity(), object));
    changed.forEach(object -> objects.put(object.identity(), object));
    return new Catalog(List.copyOf(objects.values()));
  }
}
