package com.dotmac.platform.migrator.lint.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Columns_permissionsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Rule_commonContext;

class ParsedSqlTest {

  @Test
  void the_grammar_knows_the_statements_that_changes_are_made_of() throws IOException {
    List<String> statements = statements();

    assertThat(statements).hasSizeGreaterThan(60);
    for (String statement : statements) {
      ParsedSql sql = ParsedSql.of(statement);
      assertThat(sql.faults()).as(statement).isEmpty();
      assertThat(sql.statements()).as(statement).hasSize(1);
    }
  }

  @Test
  void a_semicolon_in_a_body_or_a_text_ends_no_statement() {
    String text = "DO $$ BEGIN; END $$;\nCOMMENT ON TABLE t IS 'a;b';\n-- c;\nSELECT 1;\n";

    assertThat(ParsedSql.of(text).statements())
        .extracting(ParsedSql::line, ParsedSql::source)
        .containsExactly(
            tuple(1, "DO $$ BEGIN; END $$"),
            tuple(2, "COMMENT ON TABLE t IS 'a;b'"),
            tuple(4, "SELECT 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT SELECT, UPDATE (a, b) ON t TO r",
        "GRANT INSERT (a), SELECT ON TABLE t TO r WITH GRANT OPTION",
        "REVOKE GRANT OPTION FOR DELETE, UPDATE (a) ON t FROM r"
      })
  void rights_to_a_table_and_to_columns_may_share_a_list(String text) {
    ParsedSql sql = ParsedSql.of("SELECT count(a), b FROM s;\n" + text + ";\nSELECT min(a), b;");

    assertThat(sql.faults()).isEmpty();
    assertThat(sql.statements()).extracting(ParsedSql::source).contains(text);
    assertThat(sql.all(Rule_commonContext.class))
        .singleElement()
        .extracting(rule -> Names.of(rule.rule_member_object().table_names))
        .isEqualTo(List.of("t"));
  }

  @Test
  void rights_to_columns_alone_are_read_as_such() {
    assertThat(
            ParsedSql.of("GRANT SELECT (a), UPDATE (a) ON t TO r;")
                .all(Columns_permissionsContext.class))
        .hasSize(1);
    assertThat(ParsedSql.of("GRANT SELECT (a,), UPDATE (a) ON t TO r;").faults()).isNotEmpty();
  }

  @Test
  void what_cannot_be_read_is_named_with_its_line() {
    assertThat(ParsedSql.of("SELECT 1;\nALTER TABLE t ADD COLUM a b c;").faults())
        .first()
        .extracting(ParsedSql.Fault::line)
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER | int | []",
        "pg_catalog.int8 | bigint | []",
        "character varying(20) | varchar | [20]",
        "numeric(9, 2) | numeric | [9, 2]",
        "timestamp(3) with time zone | timestamptz | [3]",
        "timestamp | timestamp | []",
        "double precision | double precision | []",
        "BIGSERIAL | bigserial | []",
        "citext | citext | []"
      })
  void a_type_has_one_name_however_it_is_written(String written, String name, String sizes) {
    Structure structure = Structure.of(ParsedSql.of("CREATE TABLE t (a %s);".formatted(written)));
    SqlType type = structure.columns().get(0).type();

    assertThat(type.name()).isEqualTo(name);
    assertThat(type.sizes()).hasToString(sizes);
  }

  @Test
  void a_name_is_folded_even_when_it_is_a_key_word() {
    Structure structure =
        Structure.of(ParsedSql.of("CREATE TABLE Items (NAME VARCHAR(5), \"Note\" TEXT);"));

    assertThat(structure.columns())
        .extracting(Column::path)
        .containsExactly("items.name", "items.Note");
  }

  private static List<String> statements() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            ParsedSqlTest.class.getResourceAsStream("/typical-statements.sql"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .toList();
    }
  }
}
