package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Check.eachActionOnExisting;
import static com.dotmac.platform.migrator.lint.Check.eachColumnOnExisting;
import static com.dotmac.platform.migrator.lint.Group.LOCKS;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Column;
import com.dotmac.platform.migrator.lint.sql.ParsedSql;
import com.dotmac.platform.migrator.lint.sql.SqlType;
import com.dotmac.platform.migrator.lint.sql.TableAction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Cluster_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_additionalContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/** Rules about what writes a whole table anew while everybody waits. */
final class RewriteRules {
  private static final String DANGER =
      "The table and its indexes are written anew, and nobody reads or writes it meanwhile.";

  // Functions that give one answer in a statement: the server stores it once for all rows.
  private static final Set<String> ONE_ANSWER =
      Set.of(
          "now",
          "transaction_timestamp",
          "statement_timestamp",
          "current_setting",
          "current_tenant_id",
          "lower",
          "upper",
          "concat",
          "md5",
          "to_timestamp",
          "make_interval",
          "make_date",
          "jsonb_build_object",
          "jsonb_build_array",
          "array_fill");

  private RewriteRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
            "volatile-default",
            LOCKS,
            "a new column whose default differs from row to row, on a table that was there before",
            DANGER,
            "Add the column without the default, set the default, and fill old rows in batches.",
            eachColumnOnExisting(RewriteRules::volatileDefault)),
        Rule.error(
            "stored-generated-column",
            LOCKS,
            "a new stored generated column on a table that was there before",
            DANGER,
            "Add a plain column that the code or a trigger fills, or compute it in a query.",
            eachColumnOnExisting(
                (change, column) ->
                    column.generated() && !column.virtual() && !identityOnly(column)
                        ? column.path() + " is computed for every row"
                        : null)),
        Rule.error(
            "identity-column",
            LOCKS,
            "a new identity or serial column on a table that was there before",
            DANGER,
            "Add a plain column, fill it in batches, then attach the sequence.",
            eachColumnOnExisting(
                (change, column) ->
                    column.identity() ? column.path() + " numbers every row" : null)),
        Rule.error(
            "type-change-rewrites",
            LOCKS,
            "a type change that the server cannot merely note, on a table that was there before",
            DANGER,
            "Add a column of the new type, fill it in batches, and contract the old one later.",
            eachActionOnExisting(RewriteRules::typeChange)),
        Rule.error(
            "vacuum-full",
            LOCKS,
            "`VACUUM FULL`",
            DANGER,
            "Leave it to autovacuum, or use pg_repack outside of schema changes.",
            (change, report) ->
                vacuums(change).stream()
                    .filter(RewriteRules::full)
                    .forEach(vacuum -> report.at(vacuum, "writes tables anew"))),
        Rule.error(
            "cluster",
            LOCKS,
            "`CLUSTER`",
            DANGER,
            "Leave the order of rows alone, or use pg_repack outside of schema changes.",
            each(Cluster_stmtContext.class, (change, cluster) -> "writes a table anew")),
        Rule.error(
            "set-tablespace",
            LOCKS,
            "`SET TABLESPACE` on a table that was there before",
            DANGER,
            "Move tables outside of schema changes: where files lie is the operator's business.",
            eachActionOnExisting(
                (change, action) ->
                    action.tree().set_tablespace() != null
                        ? action.table() + " is copied to another tablespace"
                        : null)),
        Rule.error(
            "set-logged",
            LOCKS,
            "`SET LOGGED` on a table that was there before",
            DANGER,
            "Make a new logged table and move the rows.",
            eachActionOnExisting(
                (change, action) ->
                    action.tree().set_logged() != null
                            && action.tree().set_logged().UNLOGGED() == null
                        ? action.table() + " is written anew and to the log"
                        : null)),
        Rule.error(
            "set-access-method",
            LOCKS,
            "`SET ACCESS METHOD` on a table that was there before",
            DANGER,
            "Make a new table with the other access method and move the rows.",
            eachActionOnExisting(
                (change, action) ->
                    action.tree().ACCESS() != null ? action.table() + " is written anew" : null)));
  }

  /** Every {@code VACUUM}. */
  static List<Script_additionalContext> vacuums(ChangeFile change) {
    return change.sql().all(Script_additionalContext.class).stream()
        .filter(statement -> statement.VACUUM() != null)
        .toList();
  }

  private static boolean full(Script_additionalContext vacuum) {
    return vacuum.vacuum_mode().FULL() != null
        || vacuum.vacuum_mode().vacuum_option().stream().anyMatch(option -> option.FULL() != null);
  }

  // GENERATED … AS IDENTITY is a word of the identity, not of a computed column.
  private static boolean identityOnly(Column column) {
    return column.identity();
  }

  private static @Nullable String volatileDefault(ChangeFile change, Column column) {
    VexContext value = column.defaultValue();
    if (value == null) {
      return null;
    }
    for (Function_callContext call : ParsedSql.within(value, Function_callContext.class)) {
      if (call.schema_qualified_name_nontype() != null
          && !ONE_ANSWER.contains(call.schema_qualified_name_nontype().getText())) {
        return "%s calls %s for every row"
            .formatted(column.path(), call.schema_qualified_name_nontype().getText());
      }
    }
    return null;
  }

  private static @Nullable String typeChange(ChangeFile change, TableAction action) {
    SqlType after = TypeChange.target(action);
    if (after == null) {
      return null;
    }
    String column = action.tree().column.getText();
    SqlType before = change.before().type(action.table(), column);
    if (before == null) {
      return "%s.%s gets another type".formatted(action.table(), column);
    }
    return TypeChange.narrows(before, after) || TypeChange.keepsRows(before, after)
        ? null
        : "%s.%s changes from %s to %s"
            .formatted(action.table(), column, before.name(), after.name());
  }
}
