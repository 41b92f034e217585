package com.dotmac.platform.migrator.lint.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_index_statementContext;

/**
 * An index that is made.
 *
 * @param name {@code null} when the server has to think of one
 * @param columns names of columns, or expressions as they are written
 */
public record Index(
    @Nullable String name, String table, List<String> columns, Create_index_statementContext tree) {

  /** Keeps a copy of the columns. */
  public Index {
    columns = List.copyOf(columns);
  }

  static Index of(Create_index_statementContext tree) {
    return new Index(
        tree.name == null ? null : tree.name.getText(),
        Names.of(tree.table_name),
        tree.index_rest().index_columns().index_column().stream()
            .map(column -> column.column.getText())
            .toList(),
        tree);
  }

  /** Whether it is built beside the writers. */
  public boolean concurrently() {
    return tree.CONCURRENTLY() != null;
  }

  /** Whether it covers only some rows. */
  public boolean partial() {
    return tree.index_rest().index_where() != null;
  }
}
