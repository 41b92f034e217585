package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Check.eachActionOnExisting;
import static com.dotmac.platform.migrator.lint.Check.eachConstraint;
import static com.dotmac.platform.migrator.lint.Check.eachTable;
import static com.dotmac.platform.migrator.lint.Group.DATA_LOSS;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Constraint;
import com.dotmac.platform.migrator.lint.sql.Names;
import com.dotmac.platform.migrator.lint.sql.SqlType;
import com.dotmac.platform.migrator.lint.sql.TableAction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.ActionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Cascade_restrictContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Delete_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Truncate_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Update_stmt_for_psqlContext;

/** Rules about rows and values that are gone afterwards. */
final class DataLossRules {
  private DataLossRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.warning(
            "drop-table",
            DATA_LOSS,
            "`DROP TABLE` in a contract change",
            "All rows are gone; only a backup brings them back.",
            "Be sure that no release still reads it and that a backup exists; say `lossy` in the"
                + " header.",
            each(Drop_statementsContext.class, DataLossRules::dropTable)),
        Rule.warning(
            "drop-column",
            DATA_LOSS,
            "`DROP COLUMN` in a contract change",
            "Its values are gone; only a backup brings them back.",
            "Be sure that no release still reads it and that a backup exists; say `lossy` in the"
                + " header.",
            eachActionOnExisting(
                (change, action) ->
                    !change.expands() && Drops.column(action)
                        ? "drops column " + action.table() + "." + action.tree().column.getText()
                        : null)),
        Rule.error(
            "drop-schema",
            DATA_LOSS,
            "`DROP SCHEMA`",
            "Everything in it is gone, also what the author did not think of.",
            "Drop the objects one by one, in changes of their own.",
            each(
                Drop_statementsContext.class,
                (change, drop) -> drop.SCHEMA() == null ? null : "drops a schema")),
        Rule.error(
            "truncate",
            DATA_LOSS,
            "`TRUNCATE` of a table that was there before",
            "All rows are gone, triggers for rows do not fire, and readers wait.",
            "Delete what must go by a condition, in batches and outside of a schema change.",
            each(
                Truncate_stmtContext.class,
                (change, truncate) ->
                    truncate.only_table_multiply().stream()
                            .map(table -> Names.of(table.schema_qualified_name()))
                            .anyMatch(table -> change.existing(table, truncate))
                        ? "empties a table"
                        : null)),
        Rule.error(
            "delete-without-where",
            DATA_LOSS,
            "`DELETE` without `WHERE`",
            "It deletes every row.",
            "Give a condition; delete in batches outside of a schema change when it is many rows.",
            each(
                Delete_stmt_for_psqlContext.class,
                (change, delete) ->
                    delete.WHERE() == null
                        ? "deletes every row of " + Names.of(delete.delete_table_name)
                        : null)),
        Rule.error(
            "update-without-where",
            DATA_LOSS,
            "`UPDATE` without `WHERE` on a table that was there before",
            "It overwrites the value of every row and holds a lock on each until the change ends.",
            "Give a condition that leaves finished rows alone, and fill in batches.",
            each(
                Update_stmt_for_psqlContext.class,
                (change, update) ->
                    update.WHERE() == null
                            && change.existing(Names.of(update.update_table_name), update)
                        ? "overwrites every row of " + Names.of(update.update_table_name)
                        : null)),
        Rule.error(
                "cascade",
                DATA_LOSS,
                "`CASCADE` in a `DROP`, `TRUNCATE` or `REVOKE`",
                "It takes along whatever depends on it, which differs from database to database.",
                "Drop what depends on it first, by name.",
                each(
                    Cascade_restrictContext.class,
                    (change, word) ->
                        word.CASCADE() != null && !(word.getParent() instanceof ActionContext)
                            ? "drops whatever depends on it"
                            : null))
            .alsoInRollbacks(),
        Rule.error(
            "cascading-foreign-key",
            DATA_LOSS,
            "a foreign key with `ON DELETE CASCADE`",
            "One deleted row takes others along without a word, an audit entry or an end.",
            "Delete dependent rows by name in the code that deletes their owner.",
            eachConstraint(
                (change, constraint) ->
                    constraint.kind() == Constraint.Kind.FOREIGN_KEY && cascades(constraint)
                        ? constraint.describe() + " deletes rows with their parent"
                        : null)),
        Rule.error(
            "narrowing-type",
            DATA_LOSS,
            "a column type that holds less than the one before",
            "Values that do not fit are cut or make the change fail, and every row is read.",
            "Add a column of the new type, fill it, and contract the old one later.",
            eachActionOnExisting(DataLossRules::narrows)),
        Rule.error(
            "unlogged-table",
            DATA_LOSS,
            "an unlogged table",
            "It is empty after a crash, and on every replica.",
            "Leave out `UNLOGGED`.",
            eachTable(
                (change, table) ->
                    table.tree() instanceof Create_table_statementContext create
                            && create.UNLOGGED() != null
                        ? table.name() + " is not logged"
                        : null)),
        Rule.error(
            "set-unlogged",
            DATA_LOSS,
            "`SET UNLOGGED` on a table that was there before",
            "The table is written anew, and from then on it is empty after a crash.",
            "Leave the table logged.",
            eachActionOnExisting(
                (change, action) ->
                    action.tree().set_logged() != null
                            && action.tree().set_logged().UNLOGGED() != null
                        ? action.table() + " is no longer logged"
                        : null)));
  }

  private static @Nullable String dropTable(ChangeFile change, Drop_statementsContext drop) {
    return !change.expands() && drop.TABLE() != null
        ? "drops table " + String.join(", ", Drops.names(drop))
        : null;
  }

  private static boolean cascades(Constraint constraint) {
    return constraint.tree().constr_body().changed_action().stream()
        .anyMatch(
            action ->
                action.DELETE() != null
                    && action.action().cascade_restrict() != null
                    && action.action().cascade_restrict().CASCADE() != null);
  }

  private static @Nullable String narrows(ChangeFile change, TableAction action) {
    SqlType after = TypeChange.target(action);
    if (after == null) {
      return null;
    }
    String column = action.tree().column.getText();
    SqlType before = change.before().type(action.table(), column);
    return before != null && TypeChange.narrows(before, after)
        ? "column " + action.table() + "." + column + " holds less than before"
        : null;
  }
}
