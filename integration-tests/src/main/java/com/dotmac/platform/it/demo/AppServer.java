package com.dotmac.platform.it.demo;

import com.dotmac.platform.it.harness.Endings;
import com.dotmac.platform.it.harness.JarProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The application as a process of its own, whose log is a file. Its number is noted in another, so
 * that the next demo can end it if this one is killed.
 */
final class AppServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PATIENCE_TO_END = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 100;

  /** Exit codes of a Java that got SIGINT and SIGTERM: Ctrl-C reaches all processes at once. */
  private static final int INTERRUPTED = 130;

  private static final int TERMINATED = 143;

  private final Process process;
  private final DemoDirectory directory;

  private AppServer(Process process, DemoDirectory directory) {
    this.process = process;
    this.directory = directory;
  }

  /** Starts the jar; it is not ready yet, see {@link #awaitHealth}. */
  static AppServer start(JarProgram jar, DemoDirectory directory) throws IOException {
    ProcessBuilder.Redirect log = ProcessBuilder.Redirect.to(directory.appLog().toFile());
    // One file for both: what is printed before the log is set up stands before it.
    Process process =
        jar.start(log, ProcessBuilder.Redirect.appendTo(directory.appLog().toFile()), "server");
    Files.writeString(directory.appPid(), process.pid() + "\n");
    return new AppServer(process, directory);
  }

  /** Ends the application of a demo that was killed, if it still runs. */
  static void endLeftover(DemoDirectory directory) throws IOException {
    Path pid = directory.appPid();
    if (!Files.exists(pid)) {
      return;
    }
    String text = Files.readString(pid).strip();
    if (text.matches("\\d+")) {
      // The system may have given the number to another program meanwhile.
      ProcessHandle.of(Long.parseLong(text))
          .filter(handle -> handle.info().commandLine().orElse("").contains("app.jar"))
          .ifPresent(handle -> Endings.end(handle, PATIENCE_TO_END));
    }
    Files.delete(pid);
  }

  /**
   * Waits until every health check is well.
   *
   * @throws DemoFailure if the application ends or is not well in time; names the log
   */
  void awaitHealth(int adminPort, Steps steps) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:%d/healthcheck".formatted(adminPort)))
            .timeout(Duration.ofSeconds(5))
            .build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      steps.refuseWhenEnding();
      if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        steps.refuseWhenEnding();
        throw failed("app.jar ended with exit code " + process.exitValue());
      }
      if (isWell(client, request)) {
        return;
      }
    }
    throw failed("app.jar was not healthy within " + PATIENCE.toSeconds() + " seconds");
  }

  /**
   * Waits until the application ends by itself, which it should not.
   *
   * @throws DemoFailure when it does and nobody interrupted the demo
   */
  void awaitEnd(Steps steps) throws IOException, InterruptedException {
    int exitCode = process.waitFor();
    steps.refuseWhenEnding();
    if (exitCode != INTERRUPTED && exitCode != TERMINATED) {
      throw failed("app.jar ended with exit code " + exitCode);
    }
  }

  @Override
  public void close() throws IOException {
    Endings.end(process.toHandle(), PATIENCE_TO_END);
    Files.deleteIfExists(directory.appPid());
  }

  private static boolean isWell(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private DemoFailure failed(String what) throws IOException {
    String last =
        Files.readAllLines(directory.appLog()).stream()
            .filter(line -> !line.isBlank())
            .reduce("", (before, line) -> line);
    return new DemoFailure(
        "%s. Its last words:%n    %s%nMore in %s".formatted(what, last, directory.appLog()), null);
  }
}
