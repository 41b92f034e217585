package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Group.SECURITY;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Objections;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Names;
import com.dotmac.platform.migrator.lint.sql.Schema;
import com.dotmac.platform.migrator.lint.sql.TableAction;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Copy_from_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Copy_to_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Delete_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Insert_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Rule_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Update_stmt_for_psqlContext;

/** Rules about ways past row security and past the rights of a role. */
final class SecurityRules {
  private SecurityRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
                "security-definer-search-path",
                SECURITY,
                "a `SECURITY DEFINER` function without a `search_path` of its own",
                "Whoever calls it chooses with his own search path what it runs as the owner.",
                "Add SET search_path = pg_catalog, public.",
                each(Create_function_statementContext.class, SecurityRules::definer))
            .alsoInRollbacks(),
        Rule.error(
            "function-open-to-public",
            SECURITY,
            "a new function that everybody may call",
            "PostgreSQL grants EXECUTE on every new function to PUBLIC.",
            "Write REVOKE EXECUTE ON FUNCTION … FROM PUBLIC, and grant it to the roles that need"
                + " it.",
            each(Create_function_statementContext.class, SecurityRules::open)),
        Rule.error(
            "view-bypasses-row-security",
            SECURITY,
            "a view without `security_invoker`",
            "It reads its tables as their owner: whoever may read it gets past the grants on them.",
            "Write CREATE VIEW … WITH (security_invoker = true) AS ….",
            each(Create_view_statementContext.class, SecurityRules::view)),
        Rule.error(
            "row-security-off",
            SECURITY,
            "row security disabled or no longer forced",
            "Every tenant's rows are open to the others, or to the owner's jobs.",
            "Change the policies instead.",
            (change, report) -> {
              for (TableAction action : change.structure().actions()) {
                boolean about = action.tree().ROW() != null && action.tree().SECURITY() != null;
                if (about && (action.tree().DISABLE() != null || action.tree().NO() != null)) {
                  report.at(action.tree(), action.table() + " shows rows of every tenant");
                }
              }
            }),
        Rule.error(
                "server-file-access",
                SECURITY,
                "`COPY` from or to a file or program of the server",
                "It needs rights that no migrator should have, and a file that other servers lack.",
                "Write the rows into the change.",
                SecurityRules::files)
            .alsoInRollbacks(),
        Rule.error(
                "catalog-write",
                SECURITY,
                "rows of the system catalogue written by hand",
                "Nothing checks them: a mistake corrupts the database.",
                "Use the statement that is made for it.",
                SecurityRules::catalogue)
            .alsoInRollbacks());
  }

  private static @Nullable String definer(
      ChangeFile change, Create_function_statementContext function) {
    boolean definer =
        function.function_actions_common().stream().anyMatch(part -> part.DEFINER() != null);
    boolean path =
        function.function_actions_common().stream()
            .filter(part -> part.session_local_option() != null)
            .map(part -> part.session_local_option().config_param)
            .anyMatch(name -> name != null && name.getText().equals("search_path"));
    return definer && !path ? Schema.function(function) + " runs what its caller puts in" : null;
  }

  private static @Nullable String open(
      ChangeFile change, Create_function_statementContext function) {
    String name = Schema.function(function);
    boolean trigger =
        function.rettype_data != null && function.rettype_data.getText().equals("trigger");
    boolean closed =
        change.sql().all(Rule_commonContext.class).stream()
            .anyMatch(
                rule ->
                    !GrantRules.grants(rule)
                        && GrantRules.roles(rule).contains("public")
                        && rule.rule_member_object() != null
                        && rule.rule_member_object().func_name.stream()
                            .anyMatch(
                                revoked -> Names.of(revoked.schema_qualified_name()).equals(name)));
    // A function that only becomes another one keeps the rights it has.
    boolean known = !change.before().argumentLists(name).isEmpty();
    return trigger || closed || known ? null : "everybody may call " + name;
  }

  private static @Nullable String view(ChangeFile change, Create_view_statementContext view) {
    boolean invoker =
        view.storage_parameters() != null
            && view.storage_parameters().storage_parameter_option().stream()
                .anyMatch(
                    option ->
                        option.storage_parameter_name().getText().equals("security_invoker")
                            && (option.vex() == null
                                || !List.of("false", "off", "0")
                                    .contains(option.vex().getText().toLowerCase(Locale.ROOT))));
    return view.MATERIALIZED() == null && !invoker
        ? "view %s reads as its owner".formatted(Names.of(view.name))
        : null;
  }

  private static void files(ChangeFile change, Objections report) {
    for (Copy_from_statementContext copy : change.sql().all(Copy_from_statementContext.class)) {
      if (copy.sconst() != null) {
        report.at(copy, "reads a file of the server");
      }
    }
    for (Copy_to_statementContext copy : change.sql().all(Copy_to_statementContext.class)) {
      if (copy.sconst() != null) {
        report.at(copy, "writes a file of the server");
      }
    }
  }

  private static void catalogue(ChangeFile change, Objections report) {
    change
        .sql()
        .all(Insert_stmt_for_psqlContext.class)
        .forEach(insert -> system(insert.insert_table_name, insert, report));
    change
        .sql()
        .all(Update_stmt_for_psqlContext.class)
        .forEach(update -> system(update.update_table_name, update, report));
    change
        .sql()
        .all(Delete_stmt_for_psqlContext.class)
        .forEach(delete -> system(delete.delete_table_name, delete, report));
  }

  private static void system(
      Schema_qualified_nameContext table, ParserRuleContext statement, Objections report) {
    String name = Names.of(table);
    if (name.startsWith("pg_")) {
      report.at(statement, "writes " + name);
    }
  }
}
