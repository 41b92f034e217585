package com.dotmac.platform.migrator.lint.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_column_definitionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/**
 * A column that is made.
 *
 * @param added whether by {@code ALTER TABLE}, not with its table
 */
public record Column(
    String table, String name, SqlType type, boolean added, Table_column_definitionContext tree) {

  /** The column as {@code table.column}. */
  public String path() {
    return table + "." + name;
  }

  /** Whether it is declared {@code NOT NULL} or a primary key. */
  public boolean required() {
    return bodies().stream()
        .anyMatch(body -> (body.NOT() != null && body.NULL() != null) || body.PRIMARY() != null);
  }

  /** Its default, or {@code null} when it has none. */
  public @Nullable VexContext defaultValue() {
    for (Constr_bodyContext body : bodies()) {
      if (body.default_expr != null) {
        return body.default_expr;
      }
    }
    return null;
  }

  /** Whether it numbers its rows by itself. */
  public boolean identity() {
    return type.serial() || bodies().stream().anyMatch(body -> body.identity_body() != null);
  }

  /** Whether it is computed from others. */
  public boolean generated() {
    return bodies().stream().anyMatch(body -> body.GENERATED() != null);
  }

  /** Whether it is computed from others when it is read, and takes no room. */
  public boolean virtual() {
    return bodies().stream().anyMatch(body -> body.VIRTUAL() != null);
  }

  private List<Constr_bodyContext> bodies() {
    return tree.constraint_common().stream().map(Constraint_commonContext::constr_body).toList();
  }
}
