package com.dotmac.platform.migrator.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Renders a catalogue as {@code schema.sql}: a page on which a newcomer sees every table, and whose
 * difference shows a reviewer what a change does. Equal catalogues give equal text.
 */
public final class SchemaFile {
  private static final String HEADER =
      """
      -- The schema as the changes make it: what there is, not how it came to be.
      -- Read back from a database and written by "db snapshot"; not edited, and never run.
      -- Rights are shown where they differ from those a new object has; OWNER is whoever migrates.
      """;

  private static final List<Kind> SHARED =
      List.of(Kind.SCHEMA, Kind.EXTENSION, Kind.TYPE, Kind.FUNCTION, Kind.SEQUENCE);

  private static final List<Kind> OF_TABLE =
      List.of(Kind.INDEX, Kind.STATISTICS, Kind.RULE, Kind.TRIGGER, Kind.POLICY, Kind.GRANT);

  private final Catalog catalog;
  private final StringBuilder text = new StringBuilder(HEADER);

  private SchemaFile(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The page, with line feeds and a final one. */
  public static String render(Catalog catalog) {
    return new SchemaFile(catalog).page();
  }

  private String page() {
    heading("Shared by all tables");
    SHARED.forEach(kind -> paragraph(catalog.of(kind, null)));
    paragraph(
        Stream.of(Kind.GRANT, Kind.DEFAULT_PRIVILEGE, Kind.COMMENT)
            .flatMap(kind -> catalog.of(kind, null).stream())
            .toList());
    relations(Kind.TABLE).forEach(this::table);
    relations(Kind.VIEW).forEach(this::view);
    relations(Kind.SEQUENCE).forEach(this::rest);
    return text.toString();
  }

  private List<CatalogObject> relations(Kind kind) {
    return catalog.objects().stream().filter(object -> object.kind() == kind).toList();
  }

  private void table(CatalogObject table) {
    heading(table.name());
    List<String> parts = new ArrayList<>();
    for (Kind kind : List.of(Kind.COLUMN, Kind.CONSTRAINT)) {
      catalog.of(kind, table.name()).forEach(part -> parts.add("  " + part.definition()));
    }
    String[] lines = table.definition().split("\n", -1);
    int end = lines[0].indexOf(table.name()) + table.name().length();
    text.append('\n').append(lines[0], 0, end);
    text.append(" (\n").append(String.join(",\n", parts)).append("\n)");
    text.append(lines[0].substring(end)).append(";\n");
    for (int i = 1; i < lines.length; i++) {
      text.append(lines[i]).append(";\n");
    }
    rest(table);
  }

  private void view(CatalogObject view) {
    heading(view.name());
    paragraph(List.of(view));
    rest(view);
  }

  private void rest(CatalogObject relation) {
    OF_TABLE.forEach(kind -> paragraph(catalog.of(kind, relation.name())));
    paragraph(catalog.of(Kind.COMMENT, relation.name()));
  }

  private void heading(String title) {
    text.append("\n\n-- ").append(title).append(' ');
    text.append("-".repeat(Math.max(3, 116 - title.length()))).append('\n');
  }

  private void paragraph(List<CatalogObject> objects) {
    if (!objects.isEmpty()) {
      text.append('\n');
      objects.forEach(object -> text.append(object.definition()).append(";\n"));
    }
  }
}
