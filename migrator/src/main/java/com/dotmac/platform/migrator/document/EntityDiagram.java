package com.dotmac.platform.migrator.document;

import com.dotmac.platform.migrator.catalog.Structure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables and references as an {@code erDiagram} of Mermaid. Only columns of keys and references
 * are shown, and no arrows to a table that most others refer to: with them nothing could be read.
 */
final class EntityDiagram {
  private static final int CROWD = 4;
  private static final Set<String> KEYS = Set.of("PK", "FK", "UK");

  private final Structure structure;

  EntityDiagram(Structure structure) {
    this.structure = structure;
  }

  /** Tables whose arrows are left out, with how many other tables refer to each. */
  List<String> leftOut() {
    return structure.tables().stream()
        .map(Structure.Table::name)
        .filter(this::isCrowded)
        .map(table -> "`" + table + "` (" + referrers(table).size() + " tables)")
        .toList();
  }

  /** The diagram, without the fence around it. */
  String render() {
    StringBuilder text = new StringBuilder("erDiagram\n");
    for (Structure.Reference reference : structure.references()) {
      if (!isCrowded(reference.target())) {
        text.append("  ").append(line(reference)).append('\n');
      }
    }
    for (Structure.Table table : structure.tables()) {
      text.append("  ").append(quoted(table.name())).append(" {\n");
      table.columns().forEach(column -> attribute(text, table, column));
      text.append("  }\n");
    }
    return text.toString();
  }

  private String line(Structure.Reference reference) {
    return "%s %s--%s %s : \"%s\""
        .formatted(
            quoted(reference.target()),
            reference.optional() ? "|o" : "||",
            reference.single() ? "o|" : "o{",
            quoted(reference.table()),
            label(reference).replace("\"", ""));
  }

  /** The columns that say more than the target does: of (tenant_id, partner_id) the second. */
  private static String label(Structure.Reference reference) {
    List<String> telling = new ArrayList<>(reference.columns());
    telling.removeAll(reference.targetColumns());
    return String.join(", ", telling.isEmpty() ? reference.columns() : telling);
  }

  private void attribute(StringBuilder text, Structure.Table table, Structure.Column column) {
    List<String> keys = new ArrayList<>();
    if (column.key()) {
      keys.add("PK");
    }
    if (refers(table, column)) {
      keys.add("FK");
    }
    if (!keys.isEmpty()) {
      text.append("    ")
          .append(word(shortened(column.type())))
          .append(' ')
          .append(word(column.name()));
      text.append(' ').append(String.join(", ", keys)).append('\n');
    }
  }

  private boolean refers(Structure.Table table, Structure.Column column) {
    return structure.references().stream()
        .anyMatch(
            reference ->
                reference.table().equals(table.name())
                    && reference.columns().contains(column.name()));
  }

  private boolean isCrowded(String table) {
    int referrers = referrers(table).size();
    return referrers >= CROWD && 2 * referrers > structure.tables().size();
  }

  private Set<String> referrers(String table) {
    return structure.references().stream()
        .filter(reference -> reference.target().equals(table))
        .map(Structure.Reference::table)
        .filter(referrer -> !referrer.equals(table))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The names that people write: a box is as wide as its longest type. */
  private static String shortened(String type) {
    return type.replace("character varying", "varchar")
        .replace("timestamp with time zone", "timestamptz");
  }

  /**
   * What the grammar takes as a type or a name: letters, digits and a few signs, and not the words
   * that mark keys.
   */
  private static String word(String text) {
    String word = text.replaceAll("[^A-Za-z0-9_\\[\\]()]", "_");
    return KEYS.contains(word.toUpperCase(Locale.ROOT)) ? word + "_" : word;
  }

  /** Always in quotes: some words of the grammar are good names for tables. */
  private static String quoted(String name) {
    return "\"" + name.replace("\"", "") + "\"";
  }
}
