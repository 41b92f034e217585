package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One object in which two schemas differ. At least one of the two sides is there.
 *
 * @param expected the object as it should be; {@code null} when it should not be there
 * @param actual the object as it is; {@code null} when it is missing
 */
public record Difference(@Nullable CatalogObject expected, @Nullable CatalogObject actual) {

  /** How the two sides differ. */
  public enum Type {
    /** Expected and not there. */
    MISSING,
    /** There and not expected. */
    UNEXPECTED,
    /** There, and defined otherwise. */
    CHANGED
  }

  /** Refuses a difference between nothing and nothing. */
  public Difference {
    if (expected == null && actual == null) {
      throw new IllegalArgumentException("A difference needs at least one side");
    }
  }

  /** How the two sides differ. */
  public Type type() {
    if (actual == null) {
      return Type.MISSING;
    }
    return expected == null ? Type.UNEXPECTED : Type.CHANGED;
  }

  /** The side that is there; the expected one when both are. */
  public CatalogObject object() {
    return Objects.requireNonNull(expected == null ? actual : expected);
  }

  /**
   * Every object in which two schemas differ, in the order of the expected catalogue, those that
   * are not expected at the end.
   */
  public static List<Difference> between(Catalog expected, Catalog actual) {
    Map<String, CatalogObject> left = new HashMap<>();
    actual.objects().forEach(object -> left.put(object.identity(), object));
    List<Difference> differences = new ArrayList<>();
    for (CatalogObject wanted : expected.objects()) {
      CatalogObject found = left.remove(wanted.identity());
      if (found == null || !found.definition().equals(wanted.definition())) {
        differences.add(new Difference(wanted, found));
      }
    }
    actual.objects().stream()
        .filter(object -> left.containsKey(object.identity()))
        .forEach(object -> differences.add(new Difference(null, object)));
    return List.copyOf(differences);
  }
}
