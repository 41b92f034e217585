package com.dotmac.platform.it.operation;

import com.dotmac.platform.it.harness.RunningPlatform;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What Prometheus is told by a platform; names classes, as the API never does. */
public final class Figures {
  private Figures() {}

  /** All figures, in the form of Prometheus. */
  public static String of(RunningPlatform platform) {
    HttpRequest request = HttpRequest.newBuilder(platform.adminUri("/metrics")).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new AssertionError("No figures", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}
