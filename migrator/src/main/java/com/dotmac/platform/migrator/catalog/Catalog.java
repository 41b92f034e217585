package com.dotmac.platform.migrator.catalog;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a schema consists of, as {@link CatalogReader} found it. Two databases with the same
 * schema give equal catalogues, whatever their names, owners, servers and histories.
 *
 * @param objects sorted by kind, parent, position and name
 */
public record Catalog(List<CatalogObject> objects) {
  private static final Comparator<CatalogObject> ORDER =
      Comparator.comparing(CatalogObject::kind)
          .thenComparing(CatalogObject::parent, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(CatalogObject::position)
          .thenComparing(CatalogObject::name);

  /** Keeps a sorted copy. */
  public Catalog {
    objects = objects.stream().sorted(ORDER).toList();
  }

  /** Objects of a kind that belong to a table, or to none when the table is {@code null}. */
  public List<CatalogObject> of(Kind kind, @Nullable String parent) {
    return objects.stream()
        .filter(object -> object.kind() == kind && matches(object.parent(), parent))
        .toList();
  }

  private static boolean matches(@Nullable String left, @Nullable String right) {
    return left == null ? right == null : left.equals(right);
  }
}
