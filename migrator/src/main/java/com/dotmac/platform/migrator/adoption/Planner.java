package com.dotmac.platform.migrator.adoption;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.footprint.Footprint;
import com.dotmac.platform.migrator.footprint.Footprints;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges every change of the list by its footprint. Reads, and changes nothing. */
final class Planner {
  private final Footprints footprints;
  private final Catalog actual;
  private final Set<String> stamped;
  private final Completion completion;
  private final RowsOnly rowsOnly;
  private final Versions versions;
  private final Map<String, CatalogObject> renames;
  // What changes that are to be run will have made, so that later ones must be run, too.
  private final Set<String> remade = new HashSet<>();

  Planner(
      Footprints footprints,
      Catalog actual,
      Set<String> stamped,
      Versions versions,
      Completion completion,
      RowsOnly rowsOnly) {
    this.footprints = footprints;
    this.actual = actual;
    this.stamped = Set.copyOf(stamped);
    this.versions = versions;
    this.completion = completion;
    this.rowsOnly = rowsOnly;
    this.renames = renames();
  }

  Plan plan() throws SQLException {
    List<ChangeFinding> changes = new ArrayList<>();
    for (int i = 0; i < footprints.footprints().size(); i++) {
      Footprint footprint = footprints.footprints().get(i);
      changes.add(footprint.isEmpty() ? rowsOnly(footprint, changes) : change(i));
    }
    return new Plan(changes, strangers(), OtherTools.in(actual));
  }

  private ChangeFinding rowsOnly(Footprint footprint, List<ChangeFinding> before)
      throws SQLException {
    return rowsOnly.judge(
        footprint.change(),
        stamped.contains(footprint.change()),
        before.stream().anyMatch(change -> change.state() == State.ABSENT));
  }

  private ChangeFinding change(int place) throws SQLException {
    Footprint footprint = footprints.footprints().get(place);
    List<CatalogObject> made =
        Stream.concat(footprint.added().stream(), footprint.changed().stream()).toList();
    List<CatalogObject> touched =
        Stream.concat(made.stream(), footprint.removed().stream()).toList();
    int superseded = count(touched, place, State.SUPERSEDED);
    int present = count(touched, place, State.PRESENT);
    int absent = count(touched, place, State.ABSENT);
    int objects = touched.size() - superseded;
    // Others may have made the extension that a change needs; that is no part of it done.
    int extensions =
        count(
            touched.stream().filter(object -> object.kind() == Kind.EXTENSION).toList(),
            place,
            State.PRESENT);
    if (absent > 0 && absent == objects - extensions) {
      touched.forEach(object -> remade.add(object.identity()));
      return finding(footprint, State.ABSENT, present, objects, List.of());
    }
    // What is in the way goes first: a table has one primary key only.
    List<ObjectFinding> findings = new ArrayList<>(extras(made));
    for (CatalogObject object : inOrder(made)) {
      boolean comesWithTable = object.kind() == Kind.COLUMN && versions.isTableMissing(object);
      if (isOpen(object, place) && !comesWithTable) {
        findings.add(judge(new Difference(object, versions.actual(object))));
      }
    }
    for (CatalogObject object : footprint.removed()) {
      if (isOpen(object, place)) {
        findings.add(completion.ofExtra(new Difference(null, versions.actual(object))));
      }
    }
    return finding(footprint, verdict(objects, findings), present, objects, findings);
  }

  /** Tables that are missing come first. */
  private List<CatalogObject> inOrder(List<CatalogObject> made) {
    return Stream.concat(
            made.stream().filter(this::isMissingTable),
            made.stream().filter(object -> !isMissingTable(object)))
        .toList();
  }

  private boolean isMissingTable(CatalogObject object) {
    return object.kind() == Kind.TABLE && versions.actual(object) == null;
  }

  private int count(List<CatalogObject> objects, int place, State state) {
    return (int) objects.stream().filter(object -> state(object, place) == state).count();
  }

  private boolean isOpen(CatalogObject object, int place) {
    State state = state(object, place);
    return state == State.ABSENT || state == State.CONFLICTING;
  }

  private State state(CatalogObject object, int place) {
    return remade.contains(object.identity()) ? State.ABSENT : versions.state(object, place);
  }

  private ChangeFinding finding(
      Footprint footprint, State state, int present, int objects, List<ObjectFinding> findings) {
    return new ChangeFinding(
        footprint.change(),
        state,
        stamped.contains(footprint.change()),
        present,
        objects,
        findings);
  }

  private static State verdict(int objects, List<ObjectFinding> findings) {
    if (findings.stream().anyMatch(finding -> finding.state() == State.CONFLICTING)) {
      return State.CONFLICTING;
    }
    if (findings.stream().anyMatch(finding -> finding.state() == State.COMPLETABLE)) {
      return State.COMPLETABLE;
    }
    return objects == 0 ? State.SUPERSEDED : State.PRESENT;
  }

  private ObjectFinding judge(Difference difference) throws SQLException {
    CatalogObject wanted = difference.object();
    CatalogObject other = renames.get(wanted.identity());
    ObjectFinding renamed = other == null ? null : completion.renamed(wanted, other);
    return renamed == null ? completion.of(difference) : renamed;
  }

  /** What is there under another name, by what it should be. */
  private Map<String, CatalogObject> renames() {
    Map<String, CatalogObject> found = new HashMap<>();
    for (CatalogObject wanted : footprints.head().objects()) {
      if (versions.actual(wanted) == null) {
        unknownOn(wanted.parent()).stream()
            .filter(other -> !found.containsValue(other))
            .filter(other -> completion.renamed(wanted, other) != null)
            .findFirst()
            .ifPresent(other -> found.put(wanted.identity(), other));
      }
    }
    return found;
  }

  /** What is on the tables that these objects make, and no change knows. */
  private List<ObjectFinding> extras(List<CatalogObject> made) {
    return made.stream()
        .filter(object -> object.kind() == Kind.TABLE || object.kind() == Kind.VIEW)
        .flatMap(table -> unknownOn(table.name()).stream())
        .filter(object -> !renames.containsValue(object))
        .map(object -> completion.ofExtra(new Difference(null, object)))
        .toList();
  }

  private List<CatalogObject> unknownOn(@Nullable String table) {
    return actual.objects().stream()
        .filter(object -> Objects.equals(object.parent(), table))
        .filter(object -> !versions.knows(object))
        .toList();
  }

  private List<String> strangers() {
    return actual.objects().stream()
        .filter(
            object ->
                object.kind() == Kind.TABLE
                    || object.kind() == Kind.VIEW
                    || object.kind() == Kind.SEQUENCE)
        .filter(object -> !versions.knows(object))
        .map(CatalogObject::name)
        .toList();
  }
}
