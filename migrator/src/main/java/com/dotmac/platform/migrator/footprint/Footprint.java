package com.dotmac.platform.migrator.footprint;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Renaming;
import com.dotmac.platform.migrator.drift.Difference;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one change does to the catalogue, and to what is stored.
 *
 * @param change id of the change
 * @param added objects that were not there before it
 * @param changed objects that it defines anew, as they are after it
 * @param removed objects that it takes away, as they were before it
 * @param rewritten tables that were there before it and that it writes anew, by the names they had
 * @param renamed tables and columns that keep what is stored in them under another name
 */
public record Footprint(
    String change,
    List<CatalogObject> added,
    List<CatalogObject> changed,
    List<CatalogObject> removed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> rewritten,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Renaming> renamed) {

  /** Keeps copies of the lists. */
  public Footprint {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    rewritten = List.copyOf(rewritten);
    renamed = List.copyOf(renamed);
  }

  @JsonCreator
  static Footprint read(
      @JsonProperty("change") String change,
      @JsonProperty("added") List<CatalogObject> added,
      @JsonProperty("changed") List<CatalogObject> changed,
      @JsonProperty("removed") List<CatalogObject> removed,
      @JsonProperty("rewritten") @Nullable List<String> rewritten,
      @JsonProperty("renamed") @Nullable List<Renaming> renamed) {
    return new Footprint(
        change,
        added,
        changed,
        removed,
        rewritten == null ? List.of() : rewritten,
        renamed == null ? List.of() : renamed);
  }

  /** The footprint of a change, from what was there around it. */
  static Footprint of(String change, Look before, Look after) {
    List<CatalogObject> added = new ArrayList<>();
    List<CatalogObject> changed = new ArrayList<>();
    List<CatalogObject> removed = new ArrayList<>();
    for (Difference difference : Difference.between(after.catalog(), before.catalog())) {
      switch (difference.type()) {
        case MISSING -> added.add(difference.object());
        case CHANGED -> changed.add(difference.object());
        case UNEXPECTED -> removed.add(Objects.requireNonNull(difference.actual()));
      }
    }
    return new Footprint(
        change,
        added,
        changed,
        removed,
        after.storage().rewrittenSince(before.storage()),
        after.storage().renamedSince(before.storage()));
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
