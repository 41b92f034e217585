package com.dotmac.platform.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeCommandsTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void the_first_commands_of_the_readme_exist() throws IOException {
    List<String> commands = ReadmeCommands.of(Files.readString(ROOT.resolve("README.md")));
    assertThat(ReadmeCommands.faults(commands, makefile())).isEmpty();
    assertThat(commands).startsWith("make demo", "mvn verify");
  }

  @Test
  void ci_runs_the_second_command_of_the_readme() throws IOException {
    assertThat(Files.readString(ROOT.resolve(".ci/run")))
        .containsPattern("mvn (--[a-z-]+ )*verify");
  }

  @Test
  void a_command_that_does_not_exist_is_named() throws IOException {
    List<String> commands =
        ReadmeCommands.of(
            """
            # Platform
            ## Run it
            ```sh
            make demo      # everything
            make coffee
            mvn verify
            ```
            ## Later
            ```sh
            make tea
            ```
            """);
    assertThat(commands).containsExactly("make demo", "make coffee", "mvn verify");
    assertThat(ReadmeCommands.faults(commands, makefile()))
        .singleElement()
        .asString()
        .contains("make coffee");
  }

  @Test
  void a_readme_without_commands_is_named() throws IOException {
    assertThat(ReadmeCommands.faults(ReadmeCommands.of("# Platform\n"), makefile()))
        .singleElement()
        .asString()
        .contains("## Run it");
  }

  private static String makefile() throws IOException {
    return Files.readString(ROOT.resolve("Makefile"));
  }
}
