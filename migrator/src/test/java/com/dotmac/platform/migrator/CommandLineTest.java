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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  // Nothing listens on this port: whoever gets as far as connecting is refused with exit code 9.
  private static final Map<String, String> NOWHERE =
      Map.of("DATABASE_URL", "jdbc:postgresql://localhost:1/dotmac");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder = Path.of("");

  @Test
  void without_arguments_the_verbs_are_listed() {
    assertThat(run(NOWHERE)).isZero();
    assertThat(text(out))
        .contains("migrate", "status", "rollback", "drop-all", "snapshot", "tag", "dump");
  }

  @Test
  void the_version_is_one_line() {
    assertThat(run(NOWHERE, "--version")).isZero();
    assertThat(text(out)).startsWith("Dotmac migrator ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db",
        "db frobnicate",
        "db migrate --frob",
        "db migrate --wait soon",
        "db rollback",
        "db rollback --count 1 --to-tag v1",
        "db rollback --count many",
        "db new partners",
        "db generate-docs",
        "db clear-checksums",
        "db test",
        "server",
        "check"
      })
  void what_is_no_command_is_a_usage_error(String line) {
    assertThat(run(NOWHERE, line.split(" ", -1))).isEqualTo(64);
    assertThat(text(err)).startsWith("error: ").contains("java -jar migrator.jar db --help");
    assertReadsWell();
  }

  @Test
  void a_verb_explains_itself() {
    assertThat(run(NOWHERE, "db", "migrate", "--help")).isZero();
    assertThat(text(out)).contains("--dry-run", "--wait", "--migrations");
  }

  @Test
  void data_is_not_dropped_by_a_word_alone() {
    assertThat(run(NOWHERE, "db", "drop-all")).isEqualTo(6);
    assertThat(text(err)).contains("not confirmed", "--confirm dotmac");
    assertReadsWell();
  }

  @Test
  void the_checksum_of_a_change_is_told_without_a_database() {
    String change = "0003-tenancy-create-tenants";

    assertThat(run(NOWHERE, "db", "calculate-checksum", change)).isZero();
    assertThat(text(out)).matches("9:[0-9a-f]{32}\\s+");
  }

  @Test
  void the_checksum_of_a_change_that_is_not_there_is_refused() {
    assertThat(run(NOWHERE, "db", "calculate-checksum", "0815-nowhere")).isEqualTo(6);
    assertThat(text(err)).contains("there is no change 0815-nowhere");
    assertReadsWell();
  }

  @Test
  void a_missing_configuration_file_is_named() {
    assertThat(run(NOWHERE, "db", "status", "missing.yml")).isEqualTo(64);
    assertThat(text(err)).contains("missing.yml not found").contains("config/migrator.yml");
    assertReadsWell();
  }

  @Test
  void a_file_that_is_not_yaml_is_a_usage_error() throws IOException {
    assertThat(run(NOWHERE, "db", "status", file("database: ["))).isEqualTo(64);
    assertThat(text(err)).contains("Malformed YAML");
    assertReadsWell();
  }

  @Test
  void an_empty_file_is_a_usage_error() throws IOException {
    assertThat(run(NOWHERE, "db", "status", file(""))).isEqualTo(64);
    assertThat(text(err)).contains("must not be empty");
    assertReadsWell();
  }

  @Test
  void a_mistyped_field_is_named() throws IOException {
    assertThat(run(NOWHERE, "db", "status", file("database: {urll: x}"))).isEqualTo(64);
    assertThat(text(err)).contains("database.urll");
    assertReadsWell();
  }

  @Test
  void a_variable_without_value_and_default_is_named() throws IOException {
    assertThat(run(Map.of(), "db", "status", file("database: {url: '${NOPE}'}"))).isEqualTo(64);
    assertThat(text(err)).contains("${NOPE}");
    assertReadsWell();
  }

  @Test
  void a_file_takes_its_values_from_the_environment() throws IOException {
    String file =
        file("database: {url: '${URL}', user: '${WHO:-nobody}', password: '${SECRET:-}'}");
    Map<String, String> environment =
        Map.of("URL", "postgres://localhost:1/other", "WHO", "", "SECRET", "a'b\": ${c}");

    assertThat(run(environment, "db", "status", file)).isEqualTo(9);
    assertThat(text(err)).contains("database other at localhost:1 as nobody");
    assertReadsWell();
  }

  @Test
  void without_a_file_the_environment_says_which_database() {
    assertThat(run(NOWHERE, "db", "migrate")).isEqualTo(9);
    assertThat(text(err))
        .contains("cannot connect to database dotmac at localhost:1 as dotmac_owner")
        .contains("Connection refused");
    assertReadsWell();
  }

  @Test
  void an_unknown_host_is_named() {
    Map<String, String> environment = Map.of("DATABASE_URL", "postgres://nowhere.invalid/dotmac");

    assertThat(run(environment, "db", "migrate")).isEqualTo(9);
    assertThat(text(err)).contains("No machine has the name nowhere.invalid");
    assertReadsWell();
  }

  @Test
  void an_address_of_another_product_is_refused() {
    assertThat(run(Map.of("DATABASE_URL", "jdbc:mysql://h/d"), "db", "migrate")).isEqualTo(9);
    assertThat(text(err)).contains("not one of a PostgreSQL database");
    assertReadsWell();
  }

  @Test
  void a_list_of_changes_that_is_not_there_is_named() {
    assertThat(run(NOWHERE, "db", "status", "--migrations", "missing.yaml")).isEqualTo(64);
    assertThat(text(err)).contains("cannot read the list of changes missing.yaml");
    assertReadsWell();
  }

  @Test
  void verbose_shows_where_a_failure_came_from() {
    assertThat(run(NOWHERE, "db", "migrate", "--verbose")).isEqualTo(9);
    assertThat(text(err)).contains("cannot connect").contains("\tat ");
  }

  private int run(Map<String, String> environment, String... args) {
    return CommandLine.execute(
        environment,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }

  private void assertReadsWell() {
    assertThat(text(out)).isEmpty();
    assertThat(text(err)).contains("  why:  ", "  next: ").doesNotContain("Exception", "\tat ");
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("migrator.yml"), text).toString();
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
