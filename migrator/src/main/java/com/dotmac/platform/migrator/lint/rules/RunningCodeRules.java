package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Check.eachActionOnExisting;
import static com.dotmac.platform.migrator.lint.Check.eachColumnOnExisting;
import static com.dotmac.platform.migrator.lint.Group.RUNNING_CODE;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Names;
import com.dotmac.platform.migrator.lint.sql.Schema;
import com.dotmac.platform.migrator.lint.sql.TableAction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_type_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_policy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_rewrite_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_schemaContext;

/** Rules about what makes the release that is running fail. */
final class RunningCodeRules {
  private RunningCodeRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
            "rename-column",
            RUNNING_CODE,
            "`RENAME COLUMN` on a table that was there before",
            "Old code asks for the old name and new code for the new one: one of them fails.",
            "Add a column with the new name, write both, move the readers, and contract the old"
                + " one.",
            each(
                Alter_table_statementContext.class,
                (change, alter) ->
                    alter.RENAME() != null
                            && alter.CONSTRAINT() == null
                            && change.existing(Names.of(alter.name), alter)
                        ? "renames a column of " + Names.of(alter.name)
                        : null)),
        Rule.error(
            "rename-table",
            RUNNING_CODE,
            "a table or view that was there before gets another name",
            "Old code asks for the old name and new code for the new one: one of them fails.",
            "Make the new table beside the old one, or keep the name and change the code's word.",
            (change, report) -> {
              for (Alter_table_statementContext alter :
                  change.sql().all(Alter_table_statementContext.class)) {
                if (alter.rename_to() != null && change.existing(Names.of(alter.name), alter)) {
                  report.at(alter, "renames table " + Names.of(alter.name));
                }
              }
              for (Alter_view_statementContext alter :
                  change.sql().all(Alter_view_statementContext.class)) {
                if (alter.alter_view_action().rename_to() != null) {
                  report.at(alter, "renames view " + Names.of(alter.name));
                }
              }
            }),
        Rule.error(
            "rename-enum-value",
            RUNNING_CODE,
            "`ALTER TYPE … RENAME VALUE`",
            "Code that knows the old word can neither read nor write the rows.",
            "Add the new value, move the rows, and stop using the old one.",
            each(
                Alter_type_statementContext.class,
                (change, alter) ->
                    alter.existing_enum_name == null
                        ? null
                        : "renames a value of " + Names.of(alter.name))),
        Rule.error(
            "move-to-schema",
            RUNNING_CODE,
            "`SET SCHEMA`",
            "Whoever looks for the object where it was finds nothing.",
            "Leave it in schema public.",
            each(
                Set_schemaContext.class,
                (change, move) -> "moves an object to schema " + move.identifier().getText())),
        Rule.error(
            "set-not-null-in-expand",
            RUNNING_CODE,
            "`SET NOT NULL` on an existing column in an expand change",
            "The release before may write NULL there, and then its inserts fail.",
            "Ship code that always writes a value, then set NOT NULL in a contract change.",
            eachActionOnExisting(
                (change, action) ->
                    change.expands() && setsNotNull(action) && !addedHere(change, action)
                        ? "%s.%s must no longer be null"
                            .formatted(action.table(), action.tree().column.getText())
                        : null)),
        Rule.error(
            "required-column-without-default",
            RUNNING_CODE,
            "a new column that is `NOT NULL` and has no default, on a table that was there before",
            "It fails when the table has a row, and else the inserts of the release before fail.",
            "Give it a default, or add it nullable, fill it, and set NOT NULL in a contract"
                + " change.",
            eachColumnOnExisting(
                (change, column) ->
                    column.required()
                            && column.defaultValue() == null
                            && !column.identity()
                            && !column.generated()
                        ? column.path() + " is required and has no default"
                        : null)),
        Rule.error(
            "drop-default",
            RUNNING_CODE,
            "`DROP DEFAULT` in an expand change",
            "The release before may rely on it and leave the column out of its inserts.",
            "Ship code that always writes the column, then drop the default in a contract change.",
            eachActionOnExisting(
                (change, action) ->
                    change.expands()
                            && action.tree().column_action() != null
                            && action.tree().column_action().drop_def() != null
                            && !addedHere(change, action)
                        ? "%s.%s loses its default"
                            .formatted(action.table(), action.tree().column.getText())
                        : null)),
        Rule.error(
            "function-overload",
            RUNNING_CODE,
            "a function under the name of another one, with other arguments",
            "It does not replace the other: both are there, and calls may become ambiguous.",
            "Give the new one another name, and drop the old one in a contract change.",
            each(Create_function_statementContext.class, RunningCodeRules::overload)),
        Rule.error(
            "rewrite-rule",
            RUNNING_CODE,
            "`CREATE RULE`",
            "It changes what the statements of others do, row counts and returned rows included.",
            "Write a trigger, or say it in the code.",
            each(
                Create_rewrite_statementContext.class,
                (change, rule) -> "rewrites the statements on " + Names.of(rule.table_name))),
        Rule.error(
            "row-security-without-policy",
            RUNNING_CODE,
            "row security switched on, without a policy, for a table that was there before",
            "Without a policy nobody but a bypassing role sees a row: the application reads"
                + " nothing.",
            "Create the policies first, in the same change.",
            eachActionOnExisting(
                (change, action) ->
                    action.tree().ENABLE() != null
                            && action.tree().ROW() != null
                            && change.sql().all(Create_policy_statementContext.class).stream()
                                .noneMatch(
                                    policy ->
                                        Names.of(policy.schema_qualified_name())
                                            .equals(action.table()))
                        ? action.table() + " shows no row to anybody"
                        : null)));
  }

  /** Whether an action makes a column required. */
  static boolean setsNotNull(TableAction action) {
    return action.tree().column_action() != null && action.tree().column_action().set != null;
  }

  private static boolean addedHere(ChangeFile change, TableAction action) {
    return change.structure().columns().stream()
        .anyMatch(
            column ->
                column.table().equals(action.table())
                    && column.name().equals(action.tree().column.getText()));
  }

  private static @Nullable String overload(
      ChangeFile change, Create_function_statementContext function) {
    String name = Schema.function(function);
    Set<String> known = change.before().argumentLists(name);
    return !known.isEmpty() && !known.contains(Schema.arguments(function)) && lives(change, name)
        ? "function %s is there already with other arguments".formatted(name)
        : null;
  }

  // A function that the same change drops first is replaced, not overloaded.
  private static boolean lives(ChangeFile change, String function) {
    return change.sql().all(Drop_function_statementContext.class).stream()
        .noneMatch(drop -> Names.of(drop.name).equals(function));
  }
}
