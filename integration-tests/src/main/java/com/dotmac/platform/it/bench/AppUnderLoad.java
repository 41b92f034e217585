package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.fixtures.IssuedKey;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.Endings;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code app.jar server} with the compilers of Java as in production, on ports of its own. */
final class AppUnderLoad implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final URI address;

  private AppUnderLoad(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it; {@link #awaitSuccess} waits for it.
   *
   * @param options of Java
   */
  static AppUnderLoad start(Path jar, TestDatabase database, Path log, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString(), "server"));
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(database.environmentOfApp());
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("ADMIN_PORT", Integer.toString(freePort()));
    builder.environment().put("RATE_LIMIT_REQUESTS", "100000000");
    return new AppUnderLoad(builder.start(), URI.create("http://127.0.0.1:" + port));
  }

  /** Where it serves. */
  URI address() {
    return address;
  }

  /** A caller with a key. */
  ApiClient api(IssuedKey key) {
    return ApiClient.at(address).withKey(key.token());
  }

  /** Asks for this until it is answered with success. */
  void awaitSuccess(IssuedKey key, String path) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        if (api(key).get(path).status() == 200) {
          return;
        }
      } catch (AssertionError notYet) {
        Thread.onSpinWait();
      }
    }
    throw new IllegalStateException("app.jar did not serve");
  }

  /** Asks it to end and waits. */
  @Override
  public void close() {
    Endings.end(process.toHandle(), PATIENCE);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
