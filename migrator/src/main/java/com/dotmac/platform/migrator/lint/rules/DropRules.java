package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Check.eachActionOnExisting;
import static com.dotmac.platform.migrator.lint.Group.RUNNING_CODE;

import com.dotmac.platform.migrator.lint.Check;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Names;
import java.util.List;
import java.util.function.Predicate;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;

/** Rules about dropping what the running release may still use. */
final class DropRules {
  private static final String DANGER =
      "The release before runs on while the change does, and its next statement fails.";
  private static final String INSTEAD =
      "Ship a release that does not use it, then drop it in a change with -- Phase: contract.";

  private DropRules() {}

  static List<Rule> all() {
    return List.of(
        rule("drop-table-in-expand", "`DROP TABLE`", drops("table", drop -> drop.TABLE() != null)),
        rule(
            "drop-column-in-expand",
            "`DROP COLUMN`",
            eachActionOnExisting(
                (change, action) ->
                    change.expands() && Drops.column(action)
                        ? "drops column %s.%s"
                            .formatted(action.table(), action.tree().column.getText())
                        : null)),
        rule("drop-view-in-expand", "`DROP VIEW`", drops("view", drop -> drop.VIEW() != null)),
        rule(
            "drop-function-in-expand",
            "`DROP FUNCTION`",
            each(
                Drop_function_statementContext.class,
                (change, drop) ->
                    change.expands() ? "drops function " + Names.of(drop.name) : null)),
        rule(
            "drop-type-in-expand",
            "`DROP TYPE` or `DROP DOMAIN`",
            drops("type", drop -> drop.TYPE() != null || drop.DOMAIN() != null)),
        rule(
            "drop-sequence-in-expand",
            "`DROP SEQUENCE`",
            drops("sequence", drop -> drop.SEQUENCE() != null)));
  }

  private static Rule rule(String name, String what, Check check) {
    return Rule.error(name, RUNNING_CODE, what + " in an expand change", DANGER, INSTEAD, check);
  }

  private static Check drops(String noun, Predicate<Drop_statementsContext> kind) {
    return each(
        Drop_statementsContext.class,
        (change, drop) ->
            change.expands() && kind.test(drop)
                ? "drops %s %s".formatted(noun, String.join(", ", Drops.names(drop)))
                : null);
  }
}
