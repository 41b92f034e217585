package com.dotmac.platform.it.migrator;

import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A migrator in a process of its own, as in a pipeline: it can be killed, and shares nothing. */
public final class MigratorProcess implements AutoCloseable {
  private final Process process;
  private final Path output;

  private MigratorProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts {@code db VERB …} as the owner of the database. */
  public static MigratorProcess start(TestDatabase database, Path folder, String... verb)
      throws IOException {
    return start(database, folder, List.of(), verb);
  }

  /** Starts it with options for Java. */
  static MigratorProcess start(
      TestDatabase database, Path folder, List<String> javaOptions, String... verb)
      throws IOException {
    Path output = Files.createTempFile(folder, "migrator", ".txt");
    List<String> command = new ArrayList<>(MigratorLaunch.command(verb));
    command.addAll(command.indexOf("-cp"), javaOptions);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(database.environmentOfOwner());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new MigratorProcess(builder.start(), output);
  }

  /** Waits for its end and tells the exit code. */
  public int exit() throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      throw new AssertionError("The migrator still runs after five minutes");
    }
    return process.exitValue();
  }

  /** What it has said so far, on both streams. */
  public String said() throws IOException {
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
