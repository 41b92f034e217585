package com.dotmac.platform.it.migrator;

import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.MigratorApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A migrator in a process of its own, as in a pipeline: it can be killed, and shares nothing. */
final class MigratorProcess implements AutoCloseable {
  private final Process process;
  private final Path output;

  private MigratorProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts {@code db VERB …} as the owner of the database. */
  static MigratorProcess start(TestDatabase database, Path folder, String... verb)
      throws IOException {
    Path output = Files.createTempFile(folder, "migrator", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(MigratorApplication.class.getName());
    command.add("db");
    command.addAll(List.of(verb));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(database.environmentOfOwner());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new MigratorProcess(builder.start(), output);
  }

  /** Waits for its end and tells the exit code. */
  int exit() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new AssertionError("The migrator still runs after two minutes");
    }
    return process.exitValue();
  }

  /** What it has said so far, on both streams. */
  String said() throws IOException {
    return Files.readString(output);
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
