package com.dotmac.platform.it.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request as bytes, for what no client would send. The answer is read to its end, as text. */
public final class RawRequest {
  private static final int PATIENCE_MILLIS = 20_000;

  private RawRequest() {}

  /** Sends the lines and reads until the server closes the connection. */
  public static String send(RunningPlatform platform, List<String> lines) {
    return send(platform, String.join("\r\n", lines) + "\r\n\r\n");
  }

  /** Sends this and reads until the server closes the connection. */
  public static String send(RunningPlatform platform, String request) {
    return send(platform, request.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends this and reads until the server closes the connection. */
  public static String send(RunningPlatform platform, byte[] request) {
    URI address = platform.uri("/");
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
