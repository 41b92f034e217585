package com.dotmac.platform.migrator.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables, columns and references in parts, for those who draw or describe them. Schemas are
 * compared by {@link Catalog}, whose definitions say more.
 *
 * @param tables sorted by name
 * @param references sorted by table and name
 */
public record Structure(List<Table> tables, List<Reference> references) {

  /** Keeps copies of the lists. */
  public Structure {
    tables = List.copyOf(tables);
    references = List.copyOf(references);
  }

  /**
   * A table.
   *
   * @param name quoted where SQL needs it, as all names here are
   * @param comment {@code null} when it has none
   * @param columns in their order
   */
  public record Table(String name, @Nullable String comment, List<Column> columns) {

    /** Keeps a copy of the list. */
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column.
   *
   * @param type in the server's words
   * @param required whether it is NOT NULL
   * @param value expression of its default or of a generated column, {@code identity}, or {@code
   *     null}
   * @param comment {@code null} when it has none
   * @param key whether it is part of the primary key
   */
  public record Column(
      String name,
      String type,
      boolean required,
      @Nullable String value,
      @Nullable String comment,
      boolean key) {}

  /**
   * A foreign key.
   *
   * @param table the table that refers
   * @param columns those that refer
   * @param target the table referred to
   * @param targetColumns those referred to, in the same order
   * @param optional whether a row may refer to nothing
   * @param single whether at most one row may refer to the same
   */
  public record Reference(
      String name,
      String table,
      List<String> columns,
      String target,
      List<String> targetColumns,
      boolean optional,
      boolean single) {

    /** Keeps copies of the lists. */
    public Reference {
      columns = List.copyOf(columns);
      targetColumns = List.copyOf(targetColumns);
    }
  }
}
