package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Group.DRIFT;

import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Names;
import com.dotmac.platform.migrator.lint.sql.ParsedSql;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Anonymous_blockContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.If_existsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.If_not_existsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Insert_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_sublistContext;

/** Rules about what makes two databases with one history differ. */
final class DriftRules {
  private DriftRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
            "if-not-exists",
            DRIFT,
            "`IF NOT EXISTS`",
            "An object that is there already and is another one is taken for ours.",
            "Leave it out: the history knows whether the change ran. Only a concurrent index build keeps"
                + " it: that may be killed before its row is written.",
            each(
                If_not_existsContext.class,
                (change, words) ->
                    words.getParent() instanceof Create_index_statementContext index
                            && index.CONCURRENTLY() != null
                        ? null
                        : "whatever is there already is taken for it")),
        Rule.error(
            "if-exists",
            DRIFT,
            "`IF EXISTS`",
            "A database that lacks the object goes on as if nothing were wrong.",
            "Leave it out: when the object is missing, somebody must know.",
            each(If_existsContext.class, (change, words) -> "whether it was there stays unknown")),
        Rule.warning(
            "anonymous-block",
            DRIFT,
            "`DO`",
            "What it does depends on what it finds, and no rule here can see into it.",
            "Write plain statements, or allow the rule and say what the block does.",
            each(
                Anonymous_blockContext.class,
                (change, block) -> "no rule sees what the block does")),
        Rule.error(
            "insert-without-columns",
            DRIFT,
            "`INSERT` without a list of columns",
            "The next column, or another order of columns, changes its meaning.",
            "Name the columns.",
            each(
                Insert_stmt_for_psqlContext.class,
                (change, insert) ->
                    insert.insert_columns() == null && insert.DEFAULT() == null
                        ? "inserts into %s by position"
                            .formatted(Names.of(insert.insert_table_name))
                        : null)),
        Rule.error(
            "star-in-view",
            DRIFT,
            "`SELECT *` in a view",
            "The list is fixed when the view is made: a view made later has other columns.",
            "Name the columns.",
            each(
                Create_view_statementContext.class,
                (change, view) ->
                    ParsedSql.within(view.v_query, Select_sublistContext.class).stream()
                            .anyMatch(
                                item -> item.getText().equals("*") || item.getText().endsWith(".*"))
                        ? "view %s has whatever columns its tables have"
                            .formatted(Names.of(view.name))
                        : null)));
  }
}
