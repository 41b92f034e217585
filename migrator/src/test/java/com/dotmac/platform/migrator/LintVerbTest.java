package com.dotmac.platform.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintVerbTest {
  private static final String HEAD =
      """
      --liquibase formatted sql
      -- Why: a test wants it.
      -- Phase: expand
      -- Rollback: reversible
      --changeset dotmac:0001-tests-change labels:expand splitStatements:false
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder = Path.of("");

  @Test
  void the_packaged_changes_pass_without_a_database() {
    assertThat(run("db", "lint")).isZero();
    assertThat(text(out)).hasLineCount(1).contains(" changes: 0 errors, 0 warnings");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void an_error_is_shown_with_its_line_and_what_to_do_and_ends_with_6() throws IOException {
    String list = list(HEAD + "DROP TABLE users;\n\n--rollback SELECT 1;\n");

    assertThat(run("db", "lint", "--migrations", list)).isEqualTo(6);
    assertThat(text(out).lines())
        .containsExactly(
            "db/0001-tests-change.sql:6: error drop-table-in-expand: drops table users",
            "  instead: Ship a release that does not use it, then drop it in a change with"
                + " -- Phase: contract.",
            "1 change: 1 error, 0 warnings");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void a_warning_alone_ends_with_0() throws IOException {
    String list = list(HEAD + "DO $$ BEGIN END $$;\n\n--rollback SELECT 1;\n");

    assertThat(run("db", "lint", "--migrations", list)).isZero();
    assertThat(text(out)).contains("warning anonymous-block", "1 change: 0 errors, 1 warning");
  }

  @Test
  void sql_that_cannot_be_read_is_an_error() throws IOException {
    String list = list(HEAD + "ALTER TABLE users ADD COLUM x y z;\n\n--rollback SELECT 1;\n");

    assertThat(run("db", "lint", "--migrations", list)).isEqualTo(6);
    assertThat(text(out)).contains("0001-tests-change.sql:6: error syntax:");
  }

  @Test
  void the_rules_are_listed() {
    assertThat(run("db", "lint", "--rules")).isZero();
    assertThat(text(out)).startsWith("# ").contains("| `drop-table` (warning) |");
  }

  private String list(String change) throws IOException {
    Path db = Files.createDirectories(folder.resolve("db"));
    Files.writeString(db.resolve("0001-tests-change.sql"), change);
    return Files.writeString(
            db.resolve("changelog.yaml"),
            """
            databaseChangeLog:
              - include: {file: 0001-tests-change.sql, relativeToChangelogFile: true}
            """)
        .toString();
  }

  private int run(String... args) {
    return CommandLine.execute(
        Map.of("DATABASE_URL", "jdbc:postgresql://localhost:1/dotmac"),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
