package com.dotmac.platform.it.deploy;

import com.dotmac.platform.app.PlatformApplication;
import com.dotmac.platform.it.harness.JarProgram.Ended;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of the application as an operator runs it: a process of its own, as the application's
 * role. Runs the classes of this build and needs no jar.
 *
 * @param database what it works on
 * @param folder where its words are kept
 */
public record AppCommand(TestDatabase database, Path folder) {

  /**
   * Runs it to its end.
   *
   * @param arguments name of the command, and its options
   */
  public Ended run(String... arguments) throws IOException, InterruptedException {
    return runOn("", arguments);
  }

  /**
   * Runs it to its end, and gives it something to read.
   *
   * @param input what it finds on standard input
   * @param arguments name of the command, and its options
   */
  public Ended runOn(String input, String... arguments) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PlatformApplication.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(database.environmentOfApp());
    builder.environment().put("LOG_LEVEL", "OFF");
    Path in = Files.writeString(folder.resolve("in.txt"), input);
    Process process = builder.redirectInput(in.toFile()).start();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException(arguments[0] + " did not end within two minutes");
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }
}
