package com.dotmac.platform.migrator.lint;

import com.dotmac.platform.migrator.lint.sql.Column;
import com.dotmac.platform.migrator.lint.sql.Constraint;
import com.dotmac.platform.migrator.lint.sql.Index;
import com.dotmac.platform.migrator.lint.sql.NewTable;
import com.dotmac.platform.migrator.lint.sql.TableAction;
import java.util.function.BiFunction;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one change and reports what it objects to. The shorthands take a question that is asked
 * of each piece of a kind: its answer is what was found, or {@code null} when there is nothing to
 * say.
 */
@FunctionalInterface
public interface Check {

  /** Looks at a change. */
  void look(ChangeFile change, Objections report);

  /** Asks about every node of the syntax tree of one kind. */
  static <T extends ParserRuleContext> Check each(
      Class<T> kind, BiFunction<ChangeFile, T, @Nullable String> question) {
    return (change, report) -> {
      for (T node : change.sql().all(kind)) {
        String answer = question.apply(change, node);
        if (answer != null) {
          report.at(node, answer);
        }
      }
    };
  }

  /** Asks about every action of every {@code ALTER TABLE} on a table that was there before. */
  static Check eachActionOnExisting(
      BiFunction<ChangeFile, TableAction, @Nullable String> question) {
    return (change, report) -> {
      for (TableAction action : change.structure().actions()) {
        String answer =
            change.existing(action.table(), action.tree()) ? question.apply(change, action) : null;
        if (answer != null) {
          report.at(action.tree(), answer);
        }
      }
    };
  }

  /** Asks about every column that the change makes, in new tables and in old ones. */
  static Check eachColumn(BiFunction<ChangeFile, Column, @Nullable String> question) {
    return (change, report) -> {
      for (Column column : change.structure().columns()) {
        String answer = question.apply(change, column);
        if (answer != null) {
          report.at(column.tree(), answer);
        }
      }
    };
  }

  /** Asks about every column that the change adds to a table that was there before. */
  static Check eachColumnOnExisting(BiFunction<ChangeFile, Column, @Nullable String> question) {
    return eachColumn(
        (change, column) ->
            column.added() && change.existing(column.table(), column.tree())
                ? question.apply(change, column)
                : null);
  }

  /** Asks about every constraint that the change makes. */
  static Check eachConstraint(BiFunction<ChangeFile, Constraint, @Nullable String> question) {
    return (change, report) -> {
      for (Constraint constraint : change.structure().constraints()) {
        String answer = question.apply(change, constraint);
        if (answer != null) {
          report.at(constraint.tree(), answer);
        }
      }
    };
  }

  /** Asks about every constraint that the change adds to a table that was there before. */
  static Check eachConstraintOnExisting(
      BiFunction<ChangeFile, Constraint, @Nullable String> question) {
    return eachConstraint(
        (change, constraint) ->
            constraint.added() && change.existing(constraint.table(), constraint.tree())
                ? question.apply(change, constraint)
                : null);
  }

  /** Asks about every index that the change makes. */
  static Check eachIndex(BiFunction<ChangeFile, Index, @Nullable String> question) {
    return (change, report) -> {
      for (Index index : change.structure().indexes()) {
        String answer = question.apply(change, index);
        if (answer != null) {
          report.at(index.tree(), answer);
        }
      }
    };
  }

  /** Asks about every permanent table that the change makes. */
  static Check eachTable(BiFunction<ChangeFile, NewTable, @Nullable String> question) {
    return (change, report) -> {
      for (NewTable table : change.structure().tables()) {
        String answer = table.temporary() ? null : question.apply(change, table);
        if (answer != null) {
          report.at(table.tree(), answer);
        }
      }
    };
  }
}
