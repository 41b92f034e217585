package com.dotmac.platform.it.http;

import com.dotmac.platform.it.harness.RunningPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request as bytes, for what no client would send. The answer is read to its end, as text. */
final class RawRequest {
  private static final int PATIENCE_MILLIS = 20_000;

  private RawRequest() {}

  /** Sends the lines and reads until the server closes the connection. */
  static String send(RunningPlatform platform, List<String> lines) {
    return send(platform, String.join("\r\n", lines) + "\r\n\r\n");
  }

  /** Sends this and reads until the server closes the connection. */
  static String send(RunningPlatform platform, String request) {
    URI address = platform.uri("/");
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
