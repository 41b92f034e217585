package com.dotmac.platform.migrator.adoption;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.footprint.Footprint;
import com.dotmac.platform.migrator.footprint.Footprints;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each object is after each change that touches it, and which of these states is there. */
final class Versions {
  private static final Set<Kind> RESTS_ON_COLUMNS =
      EnumSet.of(Kind.CONSTRAINT, Kind.INDEX, Kind.POLICY, Kind.TRIGGER, Kind.STATISTICS);

  private final Map<String, List<Version>> versions = new HashMap<>();
  private final Map<String, CatalogObject> actual = new HashMap<>();

  Versions(Footprints footprints, Catalog actual) {
    actual.objects().forEach(object -> this.actual.put(object.identity(), object));
    for (int i = 0; i < footprints.footprints().size(); i++) {
      int place = i;
      Footprint footprint = footprints.footprints().get(i);
      footprint.added().forEach(object -> add(place, object, object));
      footprint.changed().forEach(object -> add(place, object, object));
      footprint.removed().forEach(object -> add(place, object, null));
    }
  }

  private void add(int place, CatalogObject object, @Nullable CatalogObject value) {
    versions
        .computeIfAbsent(object.identity(), unused -> new ArrayList<>())
        .add(new Version(place, value));
  }

  /** Whether some change knows this object. */
  boolean knows(CatalogObject object) {
    return versions.containsKey(object.identity());
  }

  /** The object as it is in the database, or {@code null}. */
  @Nullable CatalogObject actual(CatalogObject object) {
    return actual.get(object.identity());
  }

  /** What would go with a column of the database if it were dropped, by name; may be empty. */
  List<String> restingOn(CatalogObject column) {
    Pattern name = Pattern.compile("(?<![\\w\"])" + Pattern.quote(column.name()) + "(?![\\w\"])");
    return actual.values().stream()
        .filter(object -> RESTS_ON_COLUMNS.contains(object.kind()))
        .filter(object -> Objects.equals(object.parent(), column.parent()))
        .filter(object -> name.matcher(object.definition()).find())
        .map(CatalogObject::identity)
        .sorted()
        .toList();
  }

  /** Whether the table that an object stands on is not there. */
  boolean isTableMissing(CatalogObject object) {
    String table = object.parent();
    return table != null
        && actual(new CatalogObject(Kind.TABLE, table, table, 0, "")) == null
        && actual(new CatalogObject(Kind.VIEW, table, table, 0, "")) == null;
  }

  /**
   * How an object of a change stands. {@link State#CONFLICTING} only means that it differs and that
   * this change is the last to define it.
   */
  State state(CatalogObject object, int place) {
    List<Version> history = versions.getOrDefault(object.identity(), List.of());
    CatalogObject found = actual(object);
    int matched = -1;
    int asked = -1;
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).matches(found)) {
        matched = i;
      }
      if (history.get(i).place == place) {
        asked = i;
      }
    }
    if (asked == matched && matched >= 0) {
      return State.PRESENT;
    }
    if (matched >= 0) {
      return asked < matched ? State.SUPERSEDED : State.ABSENT;
    }
    if (found == null) {
      return State.ABSENT;
    }
    return asked == history.size() - 1 ? State.CONFLICTING : State.SUPERSEDED;
  }

  /** An object after the change at a place of the list; no value: the change removes it. */
  private record Version(int place, @Nullable CatalogObject value) {

    boolean matches(@Nullable CatalogObject found) {
      if (value == null || found == null) {
        return value == null && found == null;
      }
      return value.definition().equals(found.definition());
    }
  }
}
