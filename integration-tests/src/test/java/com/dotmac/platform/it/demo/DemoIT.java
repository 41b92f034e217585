package com.dotmac.platform.it.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  @SuppressWarnings("NullAway.Init") // JUnit fills it in before each test.
  private Path directory;

  @Test
  void the_demo_runs_is_killed_runs_again_with_the_same_keys_and_stops() throws Exception {
    List<String> keys;
    try (DemoProcess demo = new DemoProcess(directory)) {
      keys = demo.keys();
      assertThat(keys).hasSize(3);
      assertThat(demo.output()).contains("changes applied", "3 tenants");
      linesToPasteWork(demo);
      demo.kill();
      assertThat(demo.running()).as("what a killed demo leaves").hasSize(2);

      try (DemoProcess again = new DemoProcess(directory)) {
        assertThat(again.keys()).isEqualTo(keys);
        assertThat(again.output()).contains("up to date", "kept from last time");
        linesToPasteWork(again);
        List<ProcessHandle> running = again.running();
        assertThat(running).hasSize(2);
        assertThat(again.stop()).as("it ended when asked to").isTrue();
        assertThat(again.exitCode()).isZero();
        assertThat(again.output()).endsWith("Stopped. Nothing is left running.\n");
        await("nothing is left running").until(() -> running.stream().noneMatch(DemoIT::works));
      }
    }
  }

  /** A process that has ended and whose end nobody has asked for yet has no command any more. */
  private static boolean works(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static void linesToPasteWork(DemoProcess demo) throws IOException, InterruptedException {
    List<String> lines = demo.curls();
    assertThat(lines).hasSize(4);
    assertThat(paste(lines.get(0))).contains("\"number\":\"PTR-", "\"companyName\"");
    assertThat(paste(lines.get(1))).contains("\"status\":\"pending\"", "Kestrel");
    assertThat(ReadmeAnswer.shortened(paste(lines.get(2))))
        .isEqualTo(ReadmeAnswer.of(Files.readString(Path.of("../README.md"))));
    assertThat(paste(lines.get(3))).contains("\"state\" : \"current\"");
    assertNothingDrifts(lines.get(0));
  }

  /** Neither all partners of the tenant together nor any by himself. */
  private static void assertNothingDrifts(String list) throws IOException, InterruptedException {
    JsonNode partners =
        new ObjectMapper().readTree(paste(list.replace("partners?limit=3", "partners?limit=100")));
    assertThat(partners.path("data")).hasSizeGreaterThan(10);
    List<String> paths = new ArrayList<>(List.of("partner-reconciliation"));
    partners
        .path("data")
        .forEach(
            partner -> paths.add("partners/" + partner.path("id").asText() + "/reconciliation"));
    for (String path : paths) {
      JsonNode proof = new ObjectMapper().readTree(paste(list.replace("partners?limit=3", path)));
      proof
          .path("items")
          .forEach(item -> assertThat(item.at("/drift/amount").asText()).as(path).isEqualTo("0"));
    }
  }

  private static String paste(String line) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
    shell.getOutputStream().close();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    return said;
  }
}
