package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.harness.Endings;
import com.dotmac.platform.it.harness.JarProgram;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The app as it is shipped, as a process of its own, on a port of its own. */
final class BenchedApp implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PATIENCE_TO_END = Duration.ofSeconds(20);
  private static final int BETWEEN_LOOKS_MILLIS = 10;

  private final Process process;
  private final int port;
  private final double secondsToFirstAnswer;

  private BenchedApp(Process process, int port, double secondsToFirstAnswer) {
    this.process = process;
    this.port = port;
    this.secondsToFirstAnswer = secondsToFirstAnswer;
  }

  /**
   * Starts it, and waits until it answers a request.
   *
   * @param options of Java
   * @param path what is asked, with the key, until the answer is 200
   */
  static BenchedApp start(
      Path jar, TestDatabase database, List<String> options, Path log, String path, String key)
      throws IOException, InterruptedException {
    return start(jar, database, options, Map.of(), log, path, key);
  }

  /**
   * Starts it with more settings.
   *
   * @param options of Java
   * @param settings variables of the environment
   * @param path what is asked, with the key, until the answer is 200
   */
  static BenchedApp start(
      Path jar,
      TestDatabase database,
      List<String> options,
      Map<String, String> settings,
      Path log,
      String path,
      String key)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString(), "server"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment(database, port));
    builder.environment().putAll(settings);
    long start = System.nanoTime();
    Process process = builder.start();
    awaitAnswer(process, URI.create("http://localhost:" + port + path), key, log);
    return new BenchedApp(process, port, (System.nanoTime() - start) / 1e9);
  }

  /** Runs one of its other commands to the end, and returns what it printed. */
  static String command(Path jar, TestDatabase database, String... arguments) {
    JarProgram.Ended ended = JarProgram.onThisJava(jar, environment(database, 0)).run(arguments);
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(arguments[0] + " failed: " + ended.err());
    }
    return ended.out().strip();
  }

  private static Map<String, String> environment(TestDatabase database, int port) {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("PORT", String.valueOf(port));
    environment.put("ADMIN_PORT", "0");
    // As docs/configuration.md says: the database server has the processors of this machine.
    environment.put(
        "DATABASE_POOL_SIZE", String.valueOf(2 * Runtime.getRuntime().availableProcessors()));
    // One key sends everything here, which is what the limit is against.
    environment.put("RATE_LIMIT_REQUESTS", "1000000000");
    return environment;
  }

  /** From the start of the process until the first good answer. */
  double secondsToFirstAnswer() {
    return secondsToFirstAnswer;
  }

  /** Address of a path. */
  String address(String path) {
    return "http://localhost:" + port + path;
  }

  @Override
  public void close() {
    Endings.end(process.toHandle(), PATIENCE_TO_END);
  }

  private static void awaitAnswer(Process process, URI address, String key, Path log)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + key).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("The app ended by itself; see " + log);
      }
      if (isGood(client, request)) {
        return;
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("The app did not answer within " + PATIENCE + "; see " + log);
  }

  private static boolean isGood(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // It does not listen yet.
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
