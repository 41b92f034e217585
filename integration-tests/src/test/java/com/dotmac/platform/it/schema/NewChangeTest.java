package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.migrator.CommandLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewChangeTest {
  private static final String FIRST = "0001-partners-create-partners.sql";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void aListOfOneChange() throws IOException {
    Files.createDirectories(directory.resolve("changes"));
    Files.writeString(
        directory.resolve("changelog.yaml"),
        "databaseChangeLog:\n"
            + "  - include: {file: changes/%s, relativeToChangelogFile: true}\n".formatted(FIRST));
    Files.writeString(
        directory.resolve("changes").resolve(FIRST),
        "--liquibase formatted sql\n--changeset dotmac:0001-partners-create-partners\nSELECT 1;\n");
  }

  @Test
  void the_next_change_is_begun_and_listed_and_refused_until_it_is_filled_in() throws IOException {
    assertThat(begin("partners", "add-region")).isZero();

    String file = "0002-partners-add-region.sql";
    String text = Files.readString(directory.resolve("changes").resolve(file));
    ChangeFiles begun =
        new ChangeFiles(
            Files.readString(directory.resolve("changelog.yaml")), Map.of(FIRST, "", file, text));
    assertThat(ChangeFileRules.listing(begun)).isEmpty();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(file, "make golden", "make verify");
    assertThat(findings("0002-partners-add-region"))
        .hasSize(2)
        .allMatch(finding -> finding.contains(" error syntax: "));
    Files.writeString(
        directory.resolve("changes").resolve(file),
        text.replace("<the statements>", "SELECT 1")
            .replace("<the statements that take them back>", "SELECT 2"));
    assertThat(findings("0002-partners-add-region"))
        .anyMatch(finding -> finding.contains(" error why: "))
        .anyMatch(finding -> finding.contains(" error phase: "))
        .anyMatch(finding -> finding.contains(" error rollback-declared: "));
    assertThat(text).contains("<the statements>;", "--rollback <");
  }

  @Test
  void a_filled_in_change_keeps_the_rules() throws IOException {
    begin("partners", "add-region");
    String file = "0002-partners-add-region.sql";
    String text =
        Files.readString(directory.resolve("changes").resolve(file))
            .replace("-- Why:", "-- Why: partners have one.")
            .replace("-- Phase:", "-- Phase: expand")
            .replace("-- Rollback:", "-- Rollback: reversible")
            .replace("<the statements>", "SELECT 1")
            .replace("<the statements that take them back>", "SELECT 2");
    Files.writeString(directory.resolve("changes").resolve(file), text);

    assertThat(findings("0002-partners-add-region")).isEmpty();
  }

  @Test
  void programs_read_what_was_written() throws IOException {
    assertThat(begin("partners", "add-region", "--json")).isZero();

    JsonNode report = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(report.at("/result/change").asText()).isEqualTo("0002-partners-add-region");
    assertThat(report.at("/result/files")).hasSize(2);
  }

  @Test
  void what_is_no_name_is_refused_and_nothing_is_written() throws IOException {
    String before = Files.readString(directory.resolve("changelog.yaml"));

    assertThat(begin("Partners", "add-region")).isEqualTo(64);
    assertThat(begin("partners", "region")).isEqualTo(64);
    assertThat(begin("partners", "../add-region")).isEqualTo(64);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("is no name for a change");
    assertThat(Files.readString(directory.resolve("changelog.yaml"))).isEqualTo(before);
    assertThat(directory.resolve("changes").toFile().list()).containsExactly(FIRST);
  }

  @Test
  void a_name_that_is_taken_and_a_directory_that_is_not_there_are_refused() throws IOException {
    assertThat(begin("partners", "create-partners")).isEqualTo(6);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("there is a change of this name: 0001");

    directory = directory.resolve("nowhere");
    assertThat(begin("partners", "add-region")).isEqualTo(64);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no such file");
  }

  /** What lint finds in one change. */
  private List<String> findings(String change) {
    out.reset();
    run("db", "lint", "--migrations", directory.resolve("changelog.yaml").toString());
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(change))
        .toList();
  }

  private int begin(String feature, String phrase, String... options) {
    String[] args = new String[options.length + 6];
    args[0] = "db";
    args[1] = "new";
    args[2] = feature;
    args[3] = phrase;
    args[4] = "--directory";
    args[5] = directory.toString();
    System.arraycopy(options, 0, args, 6, options.length);
    return run(args);
  }

  private int run(String... args) {
    return CommandLine.execute(
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }
}
