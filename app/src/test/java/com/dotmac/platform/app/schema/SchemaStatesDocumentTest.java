package com.dotmac.platform.app.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaStatesDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "schema-states.md");

  @ParameterizedTest
  @EnumSource
  void the_document_says_of_each_state_what_the_code_does(SchemaState state) throws IOException {
    List<String> row = row(state.word());
    assertThat(row.get(3)).as("starts").isEqualTo(answer(state.starts()));
    assertThat(row.get(4)).as("ready").isEqualTo(answer(state.ready()));
    assertThat(row.get(5)).as("live").isEqualTo(answer(state.live()));
    assertThat(row.get(6)).as("healthy").isEqualTo(answer(state.healthy()));
    assertThat(row.get(7))
        .as("exit code")
        .isEqualTo(state.starts() ? "" : String.valueOf(state.exitCode()));
    assertThat(state.healthy() || !state.remedy().isEmpty()).as("says what to do").isTrue();
  }

  @Test
  void the_document_has_no_state_that_the_code_has_not() throws IOException {
    assertThat(
            Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.matches("\\| `[a-z-]+` .*"))
                .count())
        .isEqualTo(SchemaState.values().length);
  }

  private static List<String> row(String name) throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .filter(line -> line.startsWith("| `" + name + "` |"))
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .findFirst()
        .orElseThrow(() -> new AssertionError("docs/schema-states.md does not tell of " + name));
  }

  private static String answer(boolean yes) {
    return yes ? "yes" : "no";
  }
}
