package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Group.TYPES;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Objections;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Column;
import com.dotmac.platform.migrator.lint.sql.SqlType;
import com.dotmac.platform.migrator.lint.sql.TableAction;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Rules about types of columns, in new columns and in those that change their type. */
final class TypeRules {
  /** Codes of ISO have two or three letters and never another number of them. */
  private static final int LONGEST_CODE = 3;

  private TypeRules() {}

  static List<Rule> all() {
    return List.of(
        rule(
            "serial-type",
            "`serial` and its kin",
            "The sequence has an owner and grants of its own, which dumps and roles forget.",
            "Use uuid, or bigint GENERATED ALWAYS AS IDENTITY.",
            SqlType::serial),
        rule(
            "timestamp-without-time-zone",
            "`timestamp` or `time` without a time zone",
            "The same value is another instant for each session's zone.",
            "Use timestamptz for instants and date for days.",
            type -> Set.of("timestamp", "time", "timetz").contains(type.name())),
        rule(
            "money-type",
            "`money`",
            "Its meaning and its digits follow the server's locale.",
            "Use bigint minor units and currency char(3).",
            type -> type.name().equals("money")),
        rule(
            "char-type",
            "`char(n)` for more than a code of two or three letters",
            "Values are padded with blanks that some comparisons see and others do not.",
            "Use varchar(n), with a check where the length is fixed.",
            TypeRules::padded),
        rule(
            "json-type",
            "`json`",
            "It has no equality: DISTINCT and GROUP BY fail, and every read parses the text.",
            "Use jsonb.",
            type -> type.name().equals("json")),
        rule(
            "float-type",
            "`real` or `double precision`",
            "Decimal fractions are rounded: sums of amounts drift.",
            "Use numeric, or bigint minor units for money.",
            type -> Set.of("real", "double precision").contains(type.name())),
        rule(
            "unbounded-text",
            "`text`, or `varchar` without a length",
            "One request can store a gigabyte, and the entity's length has nothing to agree with.",
            "Use varchar(n).",
            type -> Set.of("text", "varchar").contains(type.name()) && type.sizes().isEmpty()));
  }

  private static boolean padded(SqlType type) {
    return type.name().equals("char")
        && !type.sizes().isEmpty()
        && type.sizes().get(0) > LONGEST_CODE;
  }

  private static Rule rule(
      String name, String finds, String danger, String instead, Predicate<SqlType> bad) {
    return Rule.error(
        name,
        TYPES,
        "a column of " + finds,
        danger,
        instead,
        (change, report) -> look(change, report, bad));
  }

  private static void look(ChangeFile change, Objections report, Predicate<SqlType> bad) {
    for (Column column : change.structure().columns()) {
      if (bad.test(column.type())) {
        report.at(column.tree(), "%s is %s".formatted(column.path(), column.type().name()));
      }
    }
    for (TableAction action : change.structure().actions()) {
      SqlType type = TypeChange.target(action);
      if (type != null && bad.test(type)) {
        report.at(
            action.tree(),
            "%s.%s becomes %s"
                .formatted(action.table(), action.tree().column.getText(), type.name()));
      }
    }
  }
}
