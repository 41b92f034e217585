package com.dotmac.platform.migrator.lint.sql;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_as_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Define_tableContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Names_with_periodContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Names_without_overlapsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_column_definitionContext;

/**
 * What a text of SQL makes and changes, each list in the order of the text. Columns and constraints
 * are here whether they come with their table or are added later.
 */
public record Structure(
    ParsedSql sql,
    List<NewTable> tables,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    List<TableAction> actions) {

  /** Reads it off the syntax tree. */
  public static Structure of(ParsedSql sql) {
    List<NewTable> tables = new ArrayList<>();
    sql.all(Create_table_statementContext.class).forEach(table -> tables.add(table(table)));
    sql.all(Create_table_as_statementContext.class)
        .forEach(
            table ->
                tables.add(
                    new NewTable(
                        Names.of(table.name),
                        table.TEMPORARY() != null || table.TEMP() != null,
                        null,
                        true,
                        table)));
    List<Column> columns = new ArrayList<>();
    for (Table_column_definitionContext column : sql.all(Table_column_definitionContext.class)) {
      String table = tableOf(column);
      if (table != null) {
        columns.add(
            new Column(
                table,
                column.identifier().getText(),
                SqlType.of(column.data_type()),
                added(column),
                column));
      }
    }
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint_commonContext constraint : sql.all(Constraint_commonContext.class)) {
      Constraint.Kind kind = kind(constraint.constr_body());
      String table = tableOf(constraint);
      if (kind != null && table != null) {
        constraints.add(
            new Constraint(
                table,
                constraint.identifier() == null ? null : constraint.identifier().getText(),
                kind,
                columns(constraint),
                added(constraint),
                constraint));
      }
    }
    List<TableAction> actions = new ArrayList<>();
    for (Alter_table_statementContext alter : sql.all(Alter_table_statementContext.class)) {
      for (Table_actionContext action : alter.table_action()) {
        actions.add(new TableAction(Names.of(alter.name), action));
      }
    }
    return new Structure(
        sql,
        tables,
        columns,
        constraints,
        sql.all(Create_index_statementContext.class).stream().map(Index::of).toList(),
        actions);
  }

  /** Whatever is made that can hold rows: the tables, and the views. */
  public List<NewTable> made() {
    List<NewTable> made = new ArrayList<>(tables);
    for (Create_view_statementContext view : sql.all(Create_view_statementContext.class)) {
      made.add(new NewTable(Names.of(view.name), view.TEMPORARY() != null, null, true, view));
    }
    return made;
  }

  /** Whether a table is made here. */
  public boolean makes(String table) {
    return tables.stream().anyMatch(made -> made.name().equals(table));
  }

  private static NewTable table(Create_table_statementContext table) {
    Define_tableContext body = table.define_table();
    return new NewTable(
        Names.of(table.name),
        table.TEMPORARY() != null || table.TEMP() != null,
        body.define_partition() == null ? null : Names.of(body.define_partition().parent_table),
        body.define_columns() == null
            || body.define_columns().table_column_def().stream().anyMatch(c -> c.LIKE() != null),
        table);
  }

  private static @Nullable String tableOf(ParserRuleContext node) {
    Create_table_statementContext create =
        ParsedSql.above(node, Create_table_statementContext.class);
    if (create != null) {
      return Names.of(create.name);
    }
    Alter_table_statementContext alter = ParsedSql.above(node, Alter_table_statementContext.class);
    return alter == null ? null : Names.of(alter.name);
  }

  private static boolean added(ParserRuleContext node) {
    return ParsedSql.above(node, Alter_table_statementContext.class) != null;
  }

  private static Constraint.@Nullable Kind kind(Constr_bodyContext body) {
    if (body.EXCLUDE() != null) {
      return Constraint.Kind.EXCLUSION;
    }
    if (body.REFERENCES() != null) {
      return Constraint.Kind.FOREIGN_KEY;
    }
    if (body.CHECK() != null) {
      return Constraint.Kind.CHECK;
    }
    if (body.UNIQUE() != null) {
      return Constraint.Kind.UNIQUE;
    }
    return body.PRIMARY() != null ? Constraint.Kind.PRIMARY_KEY : null;
  }

  private static List<String> columns(Constraint_commonContext constraint) {
    Names_with_periodContext referring = constraint.constr_body().col_period;
    if (referring != null) {
      return referring.schema_qualified_name().stream().map(Names::of).toList();
    }
    Names_without_overlapsContext key = constraint.constr_body().col_overlaps;
    if (key != null) {
      return key.schema_qualified_name().stream().map(Names::of).toList();
    }
    Table_column_definitionContext column =
        ParsedSql.above(constraint, Table_column_definitionContext.class);
    return column == null ? List.of() : List.of(column.identifier().getText());
  }
}
