package com.dotmac.platform.it.deploy;

import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.Endings;
import com.dotmac.platform.it.harness.JarProgram;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** {@code app.jar server} on ports of its own. Closing it kills it, if it still runs. */
public final class RunningApp implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = freePort();
  private final int adminPort = freePort();
  private final Path log;
  private final Process process;

  /** Starts the application of this build on a Java. */
  RunningApp(Path javaHome, Map<String, String> environment) throws IOException {
    this(javaHome, Jars.app(), environment);
  }

  /** Starts an application; {@link #awaitStart} waits for it. */
  public RunningApp(Path javaHome, Path jar, Map<String, String> environment) throws IOException {
    log = Files.createTempFile("dotmac-app", ".log");
    Map<String, String> all = new HashMap<>(environment);
    all.put("PORT", Integer.toString(port));
    all.put("ADMIN_PORT", Integer.toString(adminPort));
    ProcessBuilder.Redirect append = ProcessBuilder.Redirect.appendTo(log.toFile());
    process = new JarProgram(javaHome, jar, all).start(append, append, "server");
  }

  /** Waits until it answers on the admin port. */
  public void awaitStart() {
    await("app.jar serves")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .failFast("app.jar ended: " + log, () -> !process.isAlive())
        .until(() -> admin("/ping").statusCode() == 200);
  }

  /** Asks the administration. */
  public HttpResponse<String> admin(String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + adminPort + path)).GET().build());
  }

  /** A caller with this key. */
  public ApiClient api(String key) {
    return ApiClient.at(URI.create("http://localhost:" + port)).withKey(key);
  }

  /** A caller without a key. */
  public ApiClient anonymous() {
    return ApiClient.at(URI.create("http://localhost:" + port));
  }

  /** Port of the API. */
  public int port() {
    return port;
  }

  /** Kills it, as a power cut does. */
  public void kill() {
    Endings.kill(process.toHandle());
  }

  /** Asks it to end (SIGTERM) and comes back at once. */
  public void askToEnd() {
    process.destroy();
  }

  /** A caller of the administration. */
  public ApiClient admin() {
    return ApiClient.at(URI.create("http://localhost:" + adminPort));
  }

  HttpResponse<String> get(String key, String path) throws IOException, InterruptedException {
    return send(request(key, path).GET().build());
  }

  HttpResponse<String> post(String key, String path, String body)
      throws IOException, InterruptedException {
    return send(
        request(key, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Sends SIGTERM; whether it ended within this time without being killed. */
  public boolean stop(Duration patience) {
    return Endings.end(process.toHandle(), patience);
  }

  /** Exit code, once it ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** What it has said so far. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.delete(log);
  }

  private HttpRequest.Builder request(String key, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("This machine has no free port", e);
    }
  }
}
