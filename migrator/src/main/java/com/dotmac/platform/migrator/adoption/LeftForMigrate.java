package com.dotmac.platform.migrator.adoption;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.footprint.Footprint;
import com.dotmac.platform.migrator.footprint.Footprints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Absent changes that run outside of the transaction of an adoption, and those that must not
 * overtake them. An index can be made at any later time, as long as its table is what it was; of a
 * change that does more nobody knows who relies on it, so whatever is absent behind it waits too.
 */
final class LeftForMigrate {
  private final Map<String, Footprint> footprints;
  private final List<String> changes = new ArrayList<>();
  private final Set<String> indexes = new HashSet<>();
  private final Set<String> tables = new HashSet<>();
  private boolean allWait;

  LeftForMigrate(Footprints footprints) {
    this.footprints =
        footprints.footprints().stream()
            .collect(Collectors.toMap(Footprint::change, Function.identity()));
  }

  void add(String change) {
    changes.add(change);
    Footprint footprint = footprint(change);
    if (addsOnlyIndexes(footprint)) {
      footprint
          .added()
          .forEach(
              index -> {
                indexes.add(index.identity());
                tables.add(String.valueOf(index.parent()));
              });
    } else {
      allWait = true;
    }
  }

  /** Whether an absent change has to wait for those that were left. */
  boolean holdBack(String change) {
    if (changes.isEmpty() || allWait) {
      return allWait;
    }
    Footprint footprint = footprint(change);
    return !footprint.renamed().isEmpty()
        || Stream.of(footprint.added(), footprint.changed(), footprint.removed())
            .flatMap(List::stream)
            .map(CatalogObject::identity)
            .anyMatch(indexes::contains)
        || footprint.removed().stream()
            .anyMatch(object -> isOfTheirs(object.parent()) || isOfTheirs(object.name()));
  }

  List<String> changes() {
    return List.copyOf(changes);
  }

  private boolean isOfTheirs(@Nullable String table) {
    return table != null && tables.contains(table);
  }

  private Footprint footprint(String change) {
    return Objects.requireNonNull(footprints.get(change));
  }

  private static boolean addsOnlyIndexes(Footprint footprint) {
    return !footprint.isEmpty()
        && footprint.changed().isEmpty()
        && footprint.removed().isEmpty()
        && footprint.added().stream().allMatch(object -> object.kind() == Kind.INDEX);
  }
}
