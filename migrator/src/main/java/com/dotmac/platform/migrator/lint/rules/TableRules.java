package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Check.eachConstraint;
import static com.dotmac.platform.migrator.lint.Check.eachTable;
import static com.dotmac.platform.migrator.lint.Group.SECURITY;
import static com.dotmac.platform.migrator.lint.Group.TABLES;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Constraint;
import com.dotmac.platform.migrator.lint.sql.Names;
import com.dotmac.platform.migrator.lint.sql.NewTable;
import com.dotmac.platform.migrator.lint.sql.ParsedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Comment_on_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_policy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_as_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_type_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Date_time_functionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Define_columnsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Rule_commonContext;

/** Rules about what every table has. */
final class TableRules {
  private static final Set<String> CLOCKS =
      Set.of(
          "now",
          "clock_timestamp",
          "transaction_timestamp",
          "statement_timestamp",
          "timeofday",
          "age");

  private TableRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
            "table-without-primary-key",
            TABLES,
            "a new table without a primary key",
            "Rows cannot be told apart, and logical replication cannot change or delete them.",
            "Give it PRIMARY KEY (tenant_id, id).",
            eachTable(
                (change, table) ->
                    table.derived() || table.parent() != null || has(change, table)
                        ? null
                        : table.name() + " has no primary key")),
        Rule.error(
            "narrow-primary-key",
            TABLES,
            "a primary key with a column of 32 bits or less",
            "It runs out at 2,147,483,647, and widening it writes every referring table anew.",
            "Use uuid, or bigint.",
            eachConstraint(TableRules::narrowKey)),
        Rule.error(
            "tenant-table-without-row-security",
            SECURITY,
            "a new table with `tenant_id` and without row security enabled, forced and a policy",
            "Nothing but the code's care keeps one tenant from the rows of another.",
            "ENABLE and FORCE ROW LEVEL SECURITY, and create the policy tenant_isolation.",
            eachTable(TableRules::openTenants)),
        Rule.error(
            "foreign-key-without-index",
            TABLES,
            "a foreign key that no index begins with",
            "Every delete of a parent reads the whole table.",
            "Create an index on the columns of the key.",
            eachConstraint(
                (change, constraint) ->
                    constraint.kind() == Constraint.Kind.FOREIGN_KEY
                            && !change.after().covers(constraint.table(), constraint.columns())
                        ? constraint.describe() + " has no index"
                        : null)),
        Rule.error(
            "table-without-comment",
            TABLES,
            "a new table without `COMMENT ON TABLE`",
            "Who meets it in the database cannot tell what it is for.",
            "Write COMMENT ON TABLE … IS ….",
            eachTable(
                (change, table) ->
                    commented(change, table) ? null : table.name() + " has no comment")),
        Rule.error(
            "table-without-grant",
            TABLES,
            "a new table on which nobody has a right",
            "The application connects as a role of its own, and its first statement fails.",
            "Grant the application's role what the feature does, and the read-only role SELECT.",
            eachTable(
                (change, table) ->
                    table.parent() != null || granted(change, table)
                        ? null
                        : "nobody may use " + table.name())),
        Rule.error(
            "clock-in-check",
            TABLES,
            "a check that asks for the time",
            "A row that was right becomes wrong by waiting, and cannot be restored from a dump.",
            "Compare columns with each other, or check it in the code.",
            eachConstraint(
                (change, constraint) ->
                    constraint.kind() == Constraint.Kind.CHECK && asksTheTime(constraint)
                        ? constraint.describe() + " depends on the clock"
                        : null)),
        Rule.warning(
            "enum-type",
            TABLES,
            "`CREATE TYPE … AS ENUM`",
            "Its values can neither be removed nor reordered, and new ones need care.",
            "Use varchar with a check.",
            each(
                Create_type_statementContext.class,
                (change, type) ->
                    type.ENUM() == null ? null : Names.of(type.name) + " is an enum")),
        Rule.warning(
            "create-table-as",
            TABLES,
            "`CREATE TABLE … AS`",
            "The table has no key, no NOT NULL and no check, and its types follow the query.",
            "Write the columns out, then insert.",
            each(
                Create_table_as_statementContext.class,
                (change, table) -> Names.of(table.name) + " has whatever columns the query has")),
        Rule.error(
            "table-inheritance",
            TABLES,
            "`INHERITS`",
            "Keys and foreign keys do not hold across parent and child.",
            "Use partitions, or a column that tells the kinds apart.",
            each(
                Define_columnsContext.class,
                (change, columns) ->
                    columns.INHERITS() == null ? null : "keys do not hold across both tables")));
  }

  private static boolean has(ChangeFile change, NewTable table) {
    return change.structure().constraints().stream()
        .anyMatch(
            constraint ->
                constraint.kind() == Constraint.Kind.PRIMARY_KEY
                    && constraint.table().equals(table.name()));
  }

  private static @Nullable String narrowKey(ChangeFile change, Constraint constraint) {
    if (constraint.kind() != Constraint.Kind.PRIMARY_KEY) {
      return null;
    }
    return change.structure().columns().stream()
        .filter(column -> column.table().equals(constraint.table()))
        .filter(column -> constraint.columns().contains(column.name()))
        .filter(
            column ->
                Set.of("int", "smallint", "serial", "smallserial").contains(column.type().name()))
        .map(column -> column.path() + " is " + column.type().name())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String openTenants(ChangeFile change, NewTable table) {
    boolean tenants =
        change.structure().columns().stream()
            .anyMatch(c -> c.table().equals(table.name()) && c.name().equals("tenant_id"));
    if (!tenants) {
      return null;
    }
    List<String> missing = new ArrayList<>();
    if (!switched(change, table, false)) {
      missing.add("ENABLE ROW LEVEL SECURITY");
    }
    if (!switched(change, table, true)) {
      missing.add("FORCE ROW LEVEL SECURITY");
    }
    if (change.sql().all(Create_policy_statementContext.class).stream()
        .noneMatch(policy -> Names.of(policy.schema_qualified_name()).equals(table.name()))) {
      missing.add("a policy");
    }
    return missing.isEmpty() ? null : table.name() + " lacks " + String.join(", ", missing);
  }

  private static boolean switched(ChangeFile change, NewTable table, boolean forced) {
    return change.structure().actions().stream()
        .anyMatch(
            action ->
                action.table().equals(table.name())
                    && action.tree().ROW() != null
                    && action.tree().NO() == null
                    && (forced ? action.tree().FORCE() : action.tree().ENABLE()) != null);
  }

  private static boolean commented(ChangeFile change, NewTable table) {
    return change.sql().all(Comment_on_statementContext.class).stream()
        .map(Comment_on_statementContext::comment_member_object)
        .anyMatch(
            object ->
                object.TABLE() != null
                    && object.name != null
                    && Names.of(object.name).equals(table.name()));
  }

  private static boolean granted(ChangeFile change, NewTable table) {
    return change.sql().all(Rule_commonContext.class).stream()
        .anyMatch(
            rule -> GrantRules.grants(rule) && GrantRules.tables(rule).contains(table.name()));
  }

  private static boolean asksTheTime(Constraint constraint) {
    return !ParsedSql.within(constraint.tree(), Date_time_functionContext.class).isEmpty()
        || ParsedSql.within(constraint.tree(), Function_callContext.class).stream()
            .anyMatch(
                call ->
                    call.schema_qualified_name_nontype() != null
                        && CLOCKS.contains(call.schema_qualified_name_nontype().getText()));
  }
}
