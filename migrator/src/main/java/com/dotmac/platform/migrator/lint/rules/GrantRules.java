package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Group.RUNNING_CODE;
import static com.dotmac.platform.migrator.lint.Group.SECURITY;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Names;
import com.dotmac.platform.migrator.lint.sql.ParsedSql;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Owner_toContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.PermissionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Role_name_with_groupContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Rule_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.User_or_role_common_optionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.User_or_role_or_group_common_optionContext;

/** Rules about who may do what. */
final class GrantRules {
  private static final String EVERYBODY = "public";
  private static final String APPLICATION = "dotmac_app";

  private GrantRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
            "revoke-in-expand",
            RUNNING_CODE,
            "a right taken from the application's role in an expand change",
            "The release before runs on while the change does, and its next statement fails.",
            "Ship a release that does not need the right, then revoke it in a contract change.",
            each(Rule_commonContext.class, GrantRules::revokes)),
        Rule.error(
                "grant-to-public",
                SECURITY,
                "a right granted to `PUBLIC`",
                "Every role of the cluster has it, also those that are made later.",
                "Grant it to the roles that need it, by name.",
                each(
                    Rule_commonContext.class,
                    (change, rule) ->
                        grants(rule) && roles(rule).contains(EVERYBODY)
                            ? "everybody gets the right"
                            : null))
            .alsoInRollbacks(),
        Rule.error(
                "grant-all",
                SECURITY,
                "`GRANT ALL`",
                "It grants rights that nobody thought of, such as TRUNCATE and TRIGGER.",
                "Name the rights that the feature needs.",
                each(
                    Rule_commonContext.class,
                    (change, rule) ->
                        grants(rule)
                                && ParsedSql.within(rule, PermissionContext.class).stream()
                                    .anyMatch(right -> right.ALL() != null)
                            ? "grants every right there is"
                            : null))
            .alsoInRollbacks(),
        Rule.error(
                "change-owner",
                SECURITY,
                "`OWNER TO`",
                "The owner of a table may alter it: whoever runs the migrator owns all tables.",
                "Leave the owner alone.",
                each(
                    Owner_toContext.class,
                    (change, owner) -> "gives an object to " + owner.user_name().getText()))
            .alsoInRollbacks(),
        Rule.error(
                "role-password",
                SECURITY,
                "a password in a change file",
                "Change files are read by many and kept for ever.",
                "Make the role NOLOGIN, and have the operator give it a login.",
                each(
                    User_or_role_or_group_common_optionContext.class,
                    (change, option) -> option.password == null ? null : "writes a password down"))
            .alsoInRollbacks(),
        Rule.error(
                "privileged-role",
                SECURITY,
                "a role with `SUPERUSER`, `BYPASSRLS`, `REPLICATION`, `CREATEROLE` or `CREATEDB`",
                "Such a role sees every tenant's rows, or can become one that does.",
                "Make roles without such rights; the operator decides on others.",
                (change, report) -> {
                  for (User_or_role_or_group_common_optionContext option :
                      change.sql().all(User_or_role_or_group_common_optionContext.class)) {
                    if (option.SUPERUSER() != null
                        || option.CREATEROLE() != null
                        || option.CREATEDB() != null) {
                      report.at(option, "a role may do what only operators should");
                    }
                  }
                  for (User_or_role_common_optionContext option :
                      change.sql().all(User_or_role_common_optionContext.class)) {
                    if (option.BYPASSRLS() != null || option.REPLICATION() != null) {
                      report.at(option, "a role sees the rows of every tenant");
                    }
                  }
                })
            .alsoInRollbacks());
  }

  /** Whether it is a grant and no revoke. */
  static boolean grants(Rule_commonContext rule) {
    return rule.getStart().getType() == SQLParser.GRANT;
  }

  /** The roles a grant or revoke names. */
  static List<String> roles(ParserRuleContext rule) {
    return ParsedSql.within(rule, Role_name_with_groupContext.class).stream()
        .map(role -> role.user_name().getText())
        .toList();
  }

  /** The tables a grant or revoke is about. */
  static List<String> tables(Rule_commonContext rule) {
    return rule.rule_member_object() == null || rule.rule_member_object().table_names == null
        ? List.of()
        : Names.of(rule.rule_member_object().table_names);
  }

  private static @Nullable String revokes(ChangeFile change, Rule_commonContext rule) {
    return change.expands()
            && !grants(rule)
            && roles(rule).contains(APPLICATION)
            && tables(rule).stream().anyMatch(table -> change.existing(table, rule))
        ? "the application may do less with " + String.join(", ", tables(rule))
        : null;
  }
}
