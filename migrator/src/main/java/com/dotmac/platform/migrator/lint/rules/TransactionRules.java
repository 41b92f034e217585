package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Group.TRANSACTION;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Objections;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Constraint;
import com.dotmac.platform.migrator.lint.sql.Names;
import com.dotmac.platform.migrator.lint.sql.ParsedSql;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_type_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Delete_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.From_itemContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Insert_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SconstContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_transactionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Update_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Validate_constraintContext;

/** Rules about what may share a transaction, and what may not have one. */
final class TransactionRules {
  private TransactionRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
                "concurrently-in-transaction",
                TRANSACTION,
                "`CONCURRENTLY` or `VACUUM` in a change that runs in a transaction",
                "PostgreSQL refuses it there: the change fails.",
                "Write runInTransaction:false on the line --changeset.",
                (change, report) -> {
                  if (change.source().inTransaction()) {
                    IndexRules.outsideTransaction(change)
                        .forEach(found -> report.at(found, "cannot run in a transaction"));
                  }
                })
            .alsoInRollbacks(),
        Rule.error(
                "not-alone-outside-transaction",
                TRANSACTION,
                "several statements in a change with `runInTransaction:false`",
                "When the second fails the first stays done, and the next run fails on it.",
                "Write one statement per such change.",
                (change, report) -> {
                  if (!change.source().inTransaction() && change.sql().statements().size() > 1) {
                    report.at(change.sql().statements().get(1), "half of the change may stay done");
                  }
                })
            .alsoInRollbacks(),
        Rule.error(
            "needless-outside-transaction",
            TRANSACTION,
            "`runInTransaction:false` without a statement that needs it",
            "A run that is killed leaves the change done and not in the history.",
            "Remove runInTransaction:false.",
            (change, report) -> {
              if (!change.source().inTransaction()
                  && IndexRules.outsideTransaction(change).isEmpty()) {
                report.at(change.header().changeLine(), "nothing here needs it");
              }
            }),
        Rule.error(
            "validate-in-same-transaction",
            TRANSACTION,
            "a constraint that is added `NOT VALID` and validated in one change",
            "The strong lock of the first statement is held while the second reads every row.",
            "Validate it in the next change.",
            each(Validate_constraintContext.class, TransactionRules::validates)),
        Rule.error(
            "enum-value-used",
            TRANSACTION,
            "a new enum value that is used in the change that adds it",
            "PostgreSQL refuses the use of a value before its transaction has ended.",
            "Use it in the next change.",
            each(Alter_type_statementContext.class, TransactionRules::uses)),
        Rule.error(
                "transaction-control",
                TRANSACTION,
                "`BEGIN`, `COMMIT`, `ROLLBACK` or `SAVEPOINT`",
                "The migrator opens and ends the transaction; another end in between leaves half a"
                    + " change.",
                "Remove it; write two changes where two transactions are wanted.",
                each(
                    Script_transactionContext.class,
                    (change, word) ->
                        word.lock_table() == null ? "ends or opens a transaction" : null))
            .alsoInRollbacks(),
        Rule.error(
                "session-setting",
                TRANSACTION,
                "`SET` without `LOCAL`",
                "It outlives the change and steers the changes after it.",
                "Write SET LOCAL.",
                each(
                    Set_statementContext.class,
                    (change, set) ->
                        set.set_action().session_local_option() != null
                                && set.set_action().LOCAL() == null
                            ? "outlives the change"
                            : null))
            .alsoInRollbacks(),
        Rule.error(
            "backfill-with-ddl",
            TRANSACTION,
            "rows of a table that was there before written in a change that alters such a table",
            "The strong lock of the alteration is held while the rows are written.",
            "Alter in one change, and fill in another, in batches.",
            TransactionRules::backfills));
  }

  private static @Nullable String validates(ChangeFile change, Validate_constraintContext node) {
    Set<String> added =
        change.structure().constraints().stream()
            .filter(Constraint::added)
            .map(Constraint::name)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .collect(Collectors.toSet());
    String name = Names.of(node.constraint_name);
    return change.source().inTransaction() && added.contains(name)
        ? "%s was added in this change".formatted(name)
        : null;
  }

  private static @Nullable String uses(ChangeFile change, Alter_type_statementContext alter) {
    if (alter.new_enum_value == null || !change.source().inTransaction()) {
      return null;
    }
    String value = alter.new_enum_value.getText();
    return change.sql().all(SconstContext.class).stream()
            .anyMatch(
                text ->
                    text.getStart().getTokenIndex() > alter.getStop().getTokenIndex()
                        && text.getText().equals(value))
        ? "value %s is used further down".formatted(value)
        : null;
  }

  private static void backfills(ChangeFile change, Objections report) {
    boolean alters =
        change.sql().all(Alter_table_statementContext.class).stream()
            .anyMatch(alter -> change.existing(Names.of(alter.name), alter));
    if (!alters || !change.source().inTransaction()) {
      return;
    }
    for (Update_stmt_for_psqlContext update : change.sql().all(Update_stmt_for_psqlContext.class)) {
      object(change, report, Names.of(update.update_table_name), update);
    }
    for (Delete_stmt_for_psqlContext delete : change.sql().all(Delete_stmt_for_psqlContext.class)) {
      object(change, report, Names.of(delete.delete_table_name), delete);
    }
    for (Insert_stmt_for_psqlContext insert : change.sql().all(Insert_stmt_for_psqlContext.class)) {
      if (!ParsedSql.within(insert, From_itemContext.class).isEmpty()) {
        object(change, report, Names.of(insert.insert_table_name), insert);
      }
    }
  }

  private static void object(
      ChangeFile change, Objections report, String table, ParserRuleContext statement) {
    if (change.existing(table, statement)) {
      report.at(statement, "writes rows of %s under the lock of an alteration".formatted(table));
    }
  }
}
