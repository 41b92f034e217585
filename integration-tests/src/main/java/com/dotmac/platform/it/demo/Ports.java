package com.dotmac.platform.it.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the demo's application listens.
 *
 * @param api port of the API
 * @param admin port of the health checks
 * @param note what to tell about the choice; {@code null} when both are the usual ones
 */
record Ports(int api, int admin, @Nullable String note) {
  private static final int API = 8080;
  private static final int ADMIN = 8081;

  /**
   * Chooses: what {@code PORT} and {@code ADMIN_PORT} say, else the usual ones, else free ones.
   *
   * @throws DemoFailure if a variable names a port that is no port or in use
   */
  static Ports choose(Map<String, String> environment) {
    int api = choose(environment, "PORT", API);
    int admin = choose(environment, "ADMIN_PORT", ADMIN);
    if (api == admin) {
      throw new DemoFailure("PORT and ADMIN_PORT are both " + api + "; they must differ.", null);
    }
    StringBuilder note = new StringBuilder();
    if (api != API && !isSet(environment, "PORT")) {
      note.append("Port ").append(API).append(" is in use, so the API is on ").append(api);
      note.append(" (PORT chooses another). ");
    }
    if (admin != ADMIN && !isSet(environment, "ADMIN_PORT")) {
      note.append("Port ").append(ADMIN).append(" is in use, so admin is on ").append(admin);
      note.append(" (ADMIN_PORT chooses another).");
    }
    return new Ports(api, admin, note.isEmpty() ? null : note.toString().strip());
  }

  private static int choose(Map<String, String> environment, String name, int usual) {
    if (!isSet(environment, name)) {
      return isFree(usual) ? usual : free();
    }
    String text = environment.getOrDefault(name, "");
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535 || text.matches("0+")) {
      throw new DemoFailure(name + " is '" + text + "', which is no port.", null);
    }
    int port = Integer.parseInt(text);
    if (!isFree(port)) {
      throw new DemoFailure(
          "%s is %d, which another program uses. Stop it, or set %s to a free port."
              .formatted(name, port, name),
          null);
    }
    return port;
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // A port that was just closed counts as free, as it does for the application.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new DemoFailure("This machine has no free port: " + e.getMessage(), e);
    }
  }
}
