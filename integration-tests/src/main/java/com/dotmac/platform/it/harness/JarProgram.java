package com.dotmac.platform.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A jar of ours, run as an operator runs it: a process of its own with arguments and an
 * environment. Never runs anything inside this JVM.
 *
 * @param javaHome directory of the Java that runs it
 * @param jar the jar
 * @param environment what is added to the environment of this process
 */
public record JarProgram(Path javaHome, Path jar, Map<String, String> environment) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Variables of the machine that would change what our programs do or say. */
  private static final List<String> NOT_INHERITED =
      List.of(
          "DATABASE_URL",
          "DATABASE_USER",
          "DATABASE_PASSWORD",
          "PORT",
          "ADMIN_PORT",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS");

  /** Takes a copy. */
  public JarProgram {
    environment = Map.copyOf(environment);
  }

  /** A jar on the Java that runs this process. */
  public static JarProgram onThisJava(Path jar, Map<String, String> environment) {
    return new JarProgram(Path.of(System.getProperty("java.home")), jar, environment);
  }

  /**
   * How a program ended.
   *
   * @param exitCode its exit code
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  public record Ended(int exitCode, String out, String err) {}

  /**
   * Starts it and comes back at once; whoever starts it ends it.
   *
   * @param out where standard output goes
   * @param err where standard error goes
   * @throws UncheckedIOException if there is no such Java
   */
  public Process start(
      ProcessBuilder.Redirect out, ProcessBuilder.Redirect err, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
    NOT_INHERITED.forEach(builder.environment()::remove);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + String.join(" ", command), e);
    }
  }

  /**
   * Runs it to its end.
   *
   * @throws IllegalStateException if it does not end within two minutes; it is killed then
   */
  public Ended run(String... arguments) {
    try {
      Path out = Files.createTempFile("dotmac-out", ".txt");
      Path err = Files.createTempFile("dotmac-err", ".txt");
      try {
        int exitCode = await(start(redirect(out), redirect(err), arguments));
        return new Ended(exitCode, Files.readString(out), Files.readString(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int await(Process process) {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(jar.getFileName() + " did not end within " + PATIENCE);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + jar.getFileName() + " ran", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder.Redirect redirect(Path file) {
    return ProcessBuilder.Redirect.to(file.toFile());
  }
}
