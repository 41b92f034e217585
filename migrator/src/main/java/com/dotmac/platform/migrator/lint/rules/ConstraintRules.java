package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.eachActionOnExisting;
import static com.dotmac.platform.migrator.lint.Check.eachConstraintOnExisting;
import static com.dotmac.platform.migrator.lint.Group.LOCKS;

import com.dotmac.platform.migrator.lint.Check;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Constraint;
import com.dotmac.platform.migrator.lint.sql.Constraint.Kind;
import java.util.List;
import java.util.function.Predicate;

/** Rules about constraints whose making reads or indexes a whole table under a lock. */
final class ConstraintRules {
  private ConstraintRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
            "foreign-key-without-not-valid",
            LOCKS,
            "a foreign key that checks the rows of a table that was there before",
            "Nobody writes to either table until every row is checked.",
            "Add it NOT VALID, and validate it in a change of its own.",
            on(Kind.FOREIGN_KEY, constraint -> !constraint.notValid())),
        Rule.error(
            "check-without-not-valid",
            LOCKS,
            "a check that reads the rows of a table that was there before",
            "Nobody reads or writes the table until every row is checked.",
            "Add it NOT VALID, and validate it in a change of its own.",
            on(Kind.CHECK, constraint -> !constraint.notValid())),
        Rule.error(
            "unique-without-index",
            LOCKS,
            "a unique constraint or primary key that builds its index on a table that was there"
                + " before",
            "Nobody reads or writes the table until the whole index is built.",
            "Build the index with CREATE UNIQUE INDEX CONCURRENTLY, then add the constraint USING"
                + " INDEX.",
            (change, report) -> {
              on(Kind.UNIQUE, constraint -> !constraint.usesIndex()).look(change, report);
              on(Kind.PRIMARY_KEY, constraint -> !constraint.usesIndex()).look(change, report);
            }),
        Rule.error(
            "exclusion-on-existing-table",
            LOCKS,
            "an exclusion constraint on a table that was there before",
            "Nobody reads or writes the table until its index is built; there is no other way to"
                + " add one.",
            "Make a new table with the constraint and move the rows, or allow it for a table that"
                + " is small for certain.",
            on(Kind.EXCLUSION, constraint -> true)),
        Rule.error(
            "set-not-null-scan",
            LOCKS,
            "`SET NOT NULL` in a contract change, without a validated check that says the same",
            "Nobody reads or writes the table until every row is read.",
            "Add CHECK (column IS NOT NULL) NOT VALID, validate it, then set NOT NULL, each in a"
                + " change of its own.",
            eachActionOnExisting(
                (change, action) ->
                    !change.expands()
                            && RunningCodeRules.setsNotNull(action)
                            && !change
                                .before()
                                .neverNull(action.table(), action.tree().column.getText())
                        ? "every row of %s is read under a lock".formatted(action.table())
                        : null)));
  }

  private static Check on(Kind kind, Predicate<Constraint> locks) {
    return eachConstraintOnExisting(
        (change, constraint) ->
            constraint.kind() == kind && locks.test(constraint)
                ? constraint.describe() + " is made under a lock"
                : null);
  }
}
