package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Check.eachConstraint;
import static com.dotmac.platform.migrator.lint.Check.eachIndex;
import static com.dotmac.platform.migrator.lint.Group.NAMES;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Objections;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Constraint;
import com.dotmac.platform.migrator.lint.sql.Names;
import com.dotmac.platform.migrator.lint.sql.ParsedSql;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Collate_identifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_schema_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Id_tokenContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/** Rules about names. */
final class NameRules {
  private static final int LONGEST_NAME = 63;
  private static final Set<String> HOMES = Set.of("public", "pg_catalog", "information_schema");

  private NameRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
            "unnamed-constraint",
            NAMES,
            "a constraint without a name",
            "The server makes a name up; error messages and later changes have to guess it.",
            "Write CONSTRAINT name before it.",
            eachConstraint(
                (change, constraint) ->
                    constraint.name() == null ? constraint.describe() + " has no name" : null)),
        Rule.error(
            "unnamed-index",
            NAMES,
            "an index without a name",
            "The server makes a name up; later changes have to guess it.",
            "Write its name after CREATE INDEX.",
            eachIndex(
                (change, index) ->
                    index.name() == null ? "an index on " + index.table() + " has no name" : null)),
        Rule.error(
            "constraint-name",
            NAMES,
            "a constraint whose name does not begin with its kind and its table",
            "The application tells by the name which rule a refused row breaks.",
            "Name it pk_, fk_, uq_, ck_ or ex_, then the table, then the columns.",
            eachConstraint(NameRules::misnamed)),
        Rule.error(
            "index-name",
            NAMES,
            "an index whose name does not begin with `ix_` or `uq_` and its table",
            "In a plan or a report nobody can tell which table it belongs to.",
            "Name it ix_ or uq_, then the table, then the columns.",
            eachIndex(
                (change, index) -> {
                  String prefix = index.tree().UNIQUE() == null ? "ix_" : "uq_";
                  String begin = prefix + index.table() + "_";
                  return index.name() == null || index.name().startsWith(begin)
                      ? null
                      : "%s does not begin with %s".formatted(index.name(), begin);
                })),
        Rule.error(
            "long-identifier",
            NAMES,
            "a name of more than 63 bytes",
            "The server cuts it off, and two long names may become the same.",
            "Choose a shorter name.",
            each(
                Id_tokenContext.class,
                (change, name) ->
                    name.getText().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
                        ? name.getText() + " is cut off"
                        : null)),
        Rule.error(
            "quoted-identifier",
            NAMES,
            "a name in double quotes",
            "It is mixed case, reserved or odd, and everybody has to quote it for ever.",
            "Choose a name of lower-case letters, digits and underscores.",
            each(
                Id_tokenContext.class,
                (change, name) ->
                    name.QuotedIdentifier() != null
                            && ParsedSql.above(name, Collate_identifierContext.class) == null
                        ? name.getText() + " needs quotes everywhere"
                        : null)),
        Rule.warning(
            "mixed-case-identifier",
            NAMES,
            "a new table, column, constraint or index in capitals, without quotes",
            "The server folds it to lower case: the file and the database spell it differently.",
            "Write it in lower case.",
            NameRules::capitals),
        Rule.error(
                "other-schema",
                NAMES,
                "an object in another schema than `public`",
                "Drift, adoption and grants look at schema public only.",
                "Leave out the schema.",
                NameRules::elsewhere)
            .alsoInRollbacks());
  }

  private static @Nullable String misnamed(ChangeFile change, Constraint constraint) {
    String name = constraint.name();
    if (name == null) {
      return null;
    }
    String begin = constraint.kind().prefix() + constraint.table();
    boolean key = constraint.kind() == Constraint.Kind.PRIMARY_KEY && name.equals(begin);
    return key || name.startsWith(begin + "_")
        ? null
        : "%s does not begin with %s".formatted(name, begin);
  }

  private static void capitals(ChangeFile change, Objections report) {
    change
        .sql()
        .all(Create_table_statementContext.class)
        .forEach(table -> spelling(table.name, report));
    change.structure().columns().forEach(c -> spelling(c.tree().identifier(), report));
    change.structure().constraints().stream()
        .filter(constraint -> constraint.tree().identifier() != null)
        .forEach(constraint -> spelling(constraint.tree().identifier(), report));
    change.structure().indexes().stream()
        .filter(index -> index.tree().name != null)
        .forEach(index -> spelling(index.tree().name, report));
  }

  private static void spelling(ParserRuleContext name, Objections report) {
    String written = ParsedSql.source(name);
    if (!written.startsWith("\"") && !written.equals(written.toLowerCase(Locale.ROOT))) {
      report.at(name, written + " is kept in lower case");
    }
  }

  private static void elsewhere(ChangeFile change, Objections report) {
    ParsedSql sql = change.sql();
    sql.all(Create_schema_statementContext.class)
        .forEach(schema -> report.at(schema, "makes a schema"));
    sql.all(Create_table_statementContext.class).forEach(t -> schema(t.name, report));
    sql.all(Alter_table_statementContext.class).forEach(t -> schema(t.name, report));
    sql.all(Create_view_statementContext.class).forEach(v -> schema(v.name, report));
    sql.all(Create_index_statementContext.class).forEach(i -> schema(i.table_name, report));
    sql.all(Create_function_statementContext.class)
        .forEach(f -> schema(f.function_parameters().schema_qualified_name(), report));
  }

  private static void schema(Schema_qualified_nameContext name, Objections report) {
    String schema = Names.schema(name);
    if (schema != null && !HOMES.contains(schema)) {
      report.at(name, name.getText() + " is in schema " + schema);
    }
  }
}
