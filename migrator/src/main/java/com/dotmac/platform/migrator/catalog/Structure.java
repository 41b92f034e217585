package com.dotmac.platform.migrator.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables, columns, references and keys in parts, for those who draw or describe them, or compare
 * what a mapping can say of them. Whole schemas are compared by {@link Catalog}, whose definitions
 * say more.
 *
 * @param tables sorted by name
 * @param references sorted by table and name
 * @param keys sorted by table, the primary key first
 * @param choices sorted by table and name
 */
public record Structure(
    List<Table> tables, List<Reference> references, List<Key> keys, List<Choice> choices) {

  /** Keeps copies of the lists. */
  public Structure {
    tables = List.copyOf(tables);
    references = List.copyOf(references);
    keys = List.copyOf(keys);
    choices = List.copyOf(choices);
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
   * @param onDelete what becomes of the row when the one referred to is deleted, as SQL says it
   *     after {@code ON DELETE}
   * @param onUpdate the same of {@code ON UPDATE}
   */
  public record Reference(
      String name,
      String table,
      List<String> columns,
      String target,
      List<String> targetColumns,
      boolean optional,
      boolean single,
      String onDelete,
      String onUpdate) {

    /** Keeps copies of the lists. */
    public Reference {
      columns = List.copyOf(columns);
      targetColumns = List.copyOf(targetColumns);
    }
  }

  /**
   * Columns whose values together occur once in a table: a constraint or an index, without a
   * condition and of nothing but columns.
   *
   * @param primary whether it is the primary key
   */
  public record Key(String name, String table, boolean primary, List<String> columns) {

    /** Keeps a copy of the list. */
    public Key {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A check that leaves a column nothing but a list of values.
   *
   * @param values in the order of the check
   */
  public record Choice(String name, String table, String column, List<String> values) {

    /** Keeps a copy of the list. */
    public Choice {
      values = List.copyOf(values);
    }
  }
}
