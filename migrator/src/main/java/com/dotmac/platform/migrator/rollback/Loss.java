package com.dotmac.platform.migrator.rollback;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.catalog.Renaming;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table, or a column of a table that stays, that a way back takes away with what is stored in it.
 *
 * @param table its name, quoted where SQL needs it
 * @param column {@code null} when the whole table goes
 */
public record Loss(String table, @Nullable String column) {
  // Such a column holds nothing that was stored: the server computes it.
  private static final String COMPUTED = " GENERATED ALWAYS AS (";

  /**
   * What goes between two schemas, in the order of the first.
   *
   * @param from the schema with the change
   * @param to the schema without it
   * @param renamed what the change gave another name: on the way back that is no loss
   */
  public static List<Loss> between(Catalog from, Catalog to, List<Renaming> renamed) {
    Set<String> kept =
        to.objects().stream().map(CatalogObject::identity).collect(Collectors.toSet());
    renamed.stream()
        .filter(it -> kept.contains(it.from()))
        .map(Renaming::to)
        .toList()
        .forEach(kept::add);
    Set<String> tables = new HashSet<>();
    List<Loss> losses = new ArrayList<>();
    for (CatalogObject object : from.objects()) {
      boolean gone = !kept.contains(object.identity());
      if (gone && object.kind() == Kind.TABLE) {
        tables.add(object.name());
        losses.add(new Loss(object.name(), null));
      }
      String table = object.parent();
      if (gone
          && object.kind() == Kind.COLUMN
          && table != null
          && !tables.contains(table)
          && !object.definition().contains(COMPUTED)) {
        losses.add(new Loss(table, object.name()));
      }
    }
    return List.copyOf(losses);
  }

  /** As a person reads it: {@code table users}, {@code column users.email}. */
  public String text() {
    return column == null ? "table " + table : "column " + table + "." + column;
  }
}
