package com.dotmac.platform.migrator.lint.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/**
 * A constraint that is made, with its table, with a column or later.
 *
 * @param name {@code null} when the server has to think of one
 * @param columns those it is on; of a check or exclusion only the one it is written at, or none
 * @param added whether by {@code ALTER TABLE}, with a new column or without
 */
public record Constraint(
    String table,
    @Nullable String name,
    Kind kind,
    List<String> columns,
    boolean added,
    Constraint_commonContext tree) {

  /** Keeps a copy of the columns. */
  public Constraint {
    columns = List.copyOf(columns);
  }

  /** Which of the constraints that have rows to look at. */
  public enum Kind {
    /** {@code PRIMARY KEY}. */
    PRIMARY_KEY("primary key", "pk_"),
    /** {@code UNIQUE}. */
    UNIQUE("unique constraint", "uq_"),
    /** {@code FOREIGN KEY}. */
    FOREIGN_KEY("foreign key", "fk_"),
    /** {@code CHECK}. */
    CHECK("check", "ck_"),
    /** {@code EXCLUDE}. */
    EXCLUSION("exclusion constraint", "ex_");

    private final String word;
    private final String prefix;

    Kind(String word, String prefix) {
      this.word = word;
      this.prefix = prefix;
    }

    /** What a person calls it. */
    public String word() {
      return word;
    }

    /** How its name begins by the rule of the house. */
    public String prefix() {
      return prefix;
    }
  }

  /** What a person calls it: its kind and its name. */
  public String describe() {
    return kind.word() + (name == null ? "" : " " + name) + " on " + table;
  }

  /** Whether the rows that are there are left unchecked. */
  public boolean notValid() {
    return tree.VALID() != null;
  }

  /** Whether it takes over an index that was built before. */
  public boolean usesIndex() {
    return tree.constr_body().index_parameters() != null
        && tree.constr_body().index_parameters().INDEX() != null
        && tree.constr_body().index_parameters().table_space() == null;
  }

  /** The table a foreign key refers to, or {@code null}. */
  public @Nullable String target() {
    Schema_qualified_nameContext name = tree.constr_body().schema_qualified_name();
    return kind == Kind.FOREIGN_KEY && name != null ? Names.of(name) : null;
  }
}
