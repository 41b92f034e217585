package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Check.eachActionOnExisting;
import static com.dotmac.platform.migrator.lint.Group.LOCKS;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Objections;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Names;
import com.dotmac.platform.migrator.lint.sql.TableAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_policy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_trigger_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Lock_tableContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;

/** Rules about locks on tables that others use. */
final class LockRules {
  private LockRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
            "lock-table",
            LOCKS,
            "`LOCK TABLE`",
            "Others wait from there to the end of the change, whatever it does in between.",
            "Leave it out: every statement takes the lock it needs.",
            each(Lock_tableContext.class, (change, lock) -> "holds a lock to the end")),
        Rule.warning(
            "several-exclusive-locks",
            LOCKS,
            "a second existing table that is locked against readers in the same change",
            "Whoever uses the two in the other order deadlocks with it, and both wait meanwhile.",
            "Write one change per table.",
            LockRules::several),
        Rule.error(
            "disable-trigger",
            LOCKS,
            "`DISABLE TRIGGER` on a table that was there before",
            "Writers wait, and until somebody enables it again foreign keys or rules do not hold.",
            "Let the triggers run, or drop the one that is not wanted.",
            eachActionOnExisting(
                (change, action) ->
                    action.tree().DISABLE() != null && action.tree().TRIGGER() != null
                        ? "triggers of %s are off".formatted(action.table())
                        : null)),
        Rule.warning(
            "trigger-on-existing-table",
            LOCKS,
            "`CREATE TRIGGER` on a table that was there before",
            "Writers wait for a moment, and from then on every write of running code does more.",
            "Be sure that the function is quick, and allow the rule with the reason.",
            each(
                Create_trigger_statementContext.class,
                (change, trigger) ->
                    change.existing(Names.of(trigger.table_name), trigger)
                        ? "every write to %s runs a function"
                            .formatted(Names.of(trigger.table_name))
                        : null)));
  }

  private static void several(ChangeFile change, Objections report) {
    Map<String, ParserRuleContext> locked = new LinkedHashMap<>();
    for (TableAction action : change.structure().actions()) {
      if (exclusive(action.tree())) {
        add(locked, change, action.table(), action.tree());
      }
    }
    for (Alter_table_statementContext alter :
        change.sql().all(Alter_table_statementContext.class)) {
      if (alter.RENAME() != null || alter.rename_to() != null || alter.set_schema() != null) {
        add(locked, change, Names.of(alter.name), alter);
      }
    }
    for (Create_policy_statementContext policy :
        change.sql().all(Create_policy_statementContext.class)) {
      add(locked, change, Names.of(policy.schema_qualified_name()), policy);
    }
    for (Drop_statementsContext drop : change.sql().all(Drop_statementsContext.class)) {
      if (drop.TABLE() != null) {
        Drops.names(drop).forEach(table -> add(locked, change, table, drop));
      }
    }
    locked.entrySet().stream()
        .sorted(
            Map.Entry.comparingByValue((a, b) -> a.getStart().getLine() - b.getStart().getLine()))
        .skip(1)
        .forEach(
            entry -> report.at(entry.getValue(), entry.getKey() + " is locked beside another"));
  }

  private static void add(
      Map<String, ParserRuleContext> locked,
      ChangeFile change,
      String table,
      ParserRuleContext at) {
    if (change.existing(table, at)) {
      locked.putIfAbsent(table, at);
    }
  }

  // The few actions that let readers go on: see the page of ALTER TABLE in the manual.
  private static boolean exclusive(Table_actionContext action) {
    boolean foreignKey =
        action.tabl_constraint != null && action.tabl_constraint.constr_body().REFERENCES() != null;
    boolean statistics =
        action.column_action() != null && action.column_action().set_statistics() != null;
    return action.validate_constraint() == null
        && action.TRIGGER() == null
        && action.CLUSTER() == null
        && action.storage_parameters() == null
        && !foreignKey
        && !statistics;
  }
}
