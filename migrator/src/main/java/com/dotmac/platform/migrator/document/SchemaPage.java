package com.dotmac.platform.migrator.document;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.catalog.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renders a schema as a page of Markdown: a diagram, then every table with its columns, references
 * and rules. Equal schemas give equal text.
 */
public final class SchemaPage {
  private static final String HEAD =
      """
      # The tables

      As the changes make them; read back from a database and written by `db docs`, not edited (`make golden`).

      """;

  private static final List<Kind> PARTS =
      List.of(Kind.CONSTRAINT, Kind.INDEX, Kind.RULE, Kind.TRIGGER, Kind.POLICY, Kind.GRANT);

  private final Structure structure;
  private final Catalog catalog;
  private final StringBuilder text = new StringBuilder(HEAD);

  private SchemaPage(Structure structure, Catalog catalog) {
    this.structure = structure;
    this.catalog = catalog;
  }

  /**
   * The page, with line feeds and a final one.
   *
   * @param structure tables and references
   * @param catalog the same schema, for the server's own words
   */
  public static String render(Structure structure, Catalog catalog) {
    return new SchemaPage(structure, catalog).page();
  }

  private String page() {
    EntityDiagram diagram = new EntityDiagram(structure);
    text.append("```mermaid\n").append(diagram.render()).append("```\n\n");
    text.append("Shown are the columns of keys and references.");
    if (!diagram.leftOut().isEmpty()) {
      text.append(" Left out are the arrows to ");
      text.append(String.join(", ", diagram.leftOut())).append('.');
    }
    text.append("\n\n| table | |\n|---|---|\n");
    for (Structure.Table table : structure.tables()) {
      row(link(table.name()), cell(table.comment()));
    }
    structure.tables().forEach(this::table);
    return text.toString();
  }

  private void table(Structure.Table table) {
    text.append("\n## ").append(table.name()).append("\n\n");
    if (table.comment() != null) {
      text.append(cell(table.comment())).append("\n\n");
    }
    text.append("| column | type | | default | meaning |\n|---|---|---|---|---|\n");
    for (Structure.Column column : table.columns()) {
      row(
          (column.key() ? "**" : "") + column.name() + (column.key() ? "**" : ""),
          column.type(),
          column.required() ? "required" : "",
          column.value() == null ? "" : "`" + cell(column.value()) + "`",
          cell(column.comment()));
    }
    references(table);
    StringBuilder sql = new StringBuilder();
    for (Kind kind : PARTS) {
      for (CatalogObject object : catalog.of(kind, table.name())) {
        sql.append(object.definition()).append('\n');
      }
    }
    if (!sql.isEmpty()) {
      text.append("\n```sql\n").append(sql).append("```\n");
    }
  }

  private void references(Structure.Table table) {
    List<String> lines =
        structure.references().stream()
            .filter(reference -> reference.table().equals(table.name()))
            .map(
                reference ->
                    "* refers to %s by %s%s"
                        .formatted(
                            link(reference.target()),
                            String.join(", ", reference.columns()),
                            reference.optional() ? ", or to nothing" : ""))
            .toList();
    List<String> referrers =
        structure.references().stream()
            .filter(reference -> reference.target().equals(table.name()))
            .map(reference -> link(reference.table()))
            .distinct()
            .toList();
    if (!lines.isEmpty() || !referrers.isEmpty()) {
      text.append('\n');
      lines.forEach(line -> text.append(line).append('\n'));
    }
    if (!referrers.isEmpty()) {
      text.append("* is referred to by ").append(String.join(", ", referrers)).append('\n');
    }
  }

  private void row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String link(String table) {
    return "[" + table + "](#" + table.replaceAll("[^A-Za-z0-9_-]", "") + ")";
  }

  private static String cell(@Nullable String words) {
    return words == null ? "" : words.replace("|", "\\|").replaceAll("\\s*\\n\\s*", " ");
  }
}
