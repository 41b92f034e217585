package com.dotmac.platform.it.demo;

import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.harness.Endings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The demo as {@code make demo} runs it, in a directory and on ports of its own. */
final class DemoProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path directory;
  private final Path output;
  private final Process process;

  /**
   * Starts it and waits until it says that it runs.
   *
   * @param directory where its data is
   */
  DemoProcess(Path directory) throws IOException {
    this.directory = directory;
    output = Files.createTempFile("dotmac-demo", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "integration-tests/target/classes:" + Files.readString(classPath()),
                DemoMain.class.getName(),
                directory.toString())
            .directory(Path.of("..").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PORT", freePort());
    builder.environment().put("ADMIN_PORT", freePort());
    process = builder.start();
    await("the demo runs")
        .atMost(PATIENCE)
        .failFast(() -> !process.isAlive())
        .until(() -> output().contains("Ctrl-C stops everything"));
  }

  /** What it has printed so far. */
  String output() throws IOException {
    return Files.readString(output);
  }

  /** The lines to paste. */
  List<String> curls() throws IOException {
    return output().lines().map(String::strip).filter(line -> line.startsWith("curl ")).toList();
  }

  /** The keys it printed, each with its tenant. */
  List<String> keys() throws IOException {
    return output().lines().filter(line -> line.startsWith("  Key of ")).toList();
  }

  /** All that it started and that still runs: the application and the PostgreSQL. */
  List<ProcessHandle> running() throws IOException {
    return Stream.of(firstNumber("app.pid"), firstNumber("data/postmaster.pid"))
        .flatMap(Optional::stream)
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .toList();
  }

  /** Sends SIGTERM; whether it ended by itself. */
  boolean stop() {
    return Endings.end(process.toHandle(), Duration.ofSeconds(30));
  }

  /** Kills it, so that it can tidy nothing. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  int exitCode() {
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      stop();
    }
    for (ProcessHandle left : running()) {
      Endings.end(left, Duration.ofSeconds(5));
    }
    Files.delete(output);
  }

  private Optional<Long> firstNumber(String file) throws IOException {
    Path path = directory.resolve(file);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Matcher number = Pattern.compile("^\\d+").matcher(Files.readString(path));
    return number.find() ? Optional.of(Long.valueOf(number.group())) : Optional.empty();
  }

  private static Path classPath() {
    Path file = Path.of("target", "demo.classpath");
    if (!Files.exists(file)) {
      throw new IllegalStateException("There is no class path of the demo; run: make build");
    }
    return file;
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}
