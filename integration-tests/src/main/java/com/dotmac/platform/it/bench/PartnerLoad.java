package com.dotmac.platform.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Requests about what partners earned and are paid, each timed. */
final class PartnerLoad {
  private static final String OF_ONE_PARTNER = "/api/v1/partners/%s/reconciliation";
  private static final String DASHBOARD = "/api/v1/portal/dashboard";
  private static final String OF_TENANT = "/api/v1/partner-reconciliation";
  private static final String BATCHES = "/api/v1/payout-batches";
  private static final int AT_ONCE = 4;
  private static final int LOOKS = 2000;
  private static final int TENANT_LOOKS = 5;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();
  private final BenchedApp app;
  private final ProgrammeData.Programme programme;

  PartnerLoad(BenchedApp app, ProgrammeData.Programme programme) {
    this.app = app;
    this.programme = programme;
  }

  /** Seconds of each step of a batch of all that can be paid, until the last payout has ended. */
  Map<String, Double> payOut() throws InterruptedException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    long start = System.nanoTime();
    JsonNode batch = post(BATCHES, "{\"currency\":\"EUR\",\"provider\":\"manual\"}", 0);
    String path = BATCHES + "/" + batch.path("id").asText();
    start = lap(seconds, "create", start);
    post(path + "/approve", "", 0);
    start = lap(seconds, "approve", start);
    post(path + "/submit", "", 1);
    start = lap(seconds, "submit", start);
    post(path + "/complete", "{\"reference\":\"bench\"}", 2);
    lap(seconds, "settle", start);
    if (!"closed".equals(get(path).path("status").asText())) {
      throw new IllegalStateException("A batch whose payouts all ended is not closed");
    }
    return seconds;
  }

  /** Seconds of the reconciliation of the whole tenant, the median; refuses a drift. */
  double tenant() {
    List<Double> seconds = new ArrayList<>();
    for (int look = 0; look < TENANT_LOOKS; look++) {
      long start = System.nanoTime();
      JsonNode proof = get(OF_TENANT);
      seconds.add((System.nanoTime() - start) / 1e9);
      if (!"0".equals(proof.at("/items/0/drift/amount").asText())) {
        throw new IllegalStateException("The books differ from the lines: " + proof);
      }
    }
    return Figures.median(seconds);
  }

  /** The proof of one partner: milliseconds that half of the looks take, and nineteen of twenty. */
  double[] onePartner() throws InterruptedException {
    return looks(partner -> get(OF_ONE_PARTNER.formatted(partner)));
  }

  /** The same of the first page of a partner's portal. */
  double[] dashboard() throws InterruptedException {
    return looks(partner -> send(request(DASHBOARD).header("Partner-Id", partner).GET()));
  }

  private double[] looks(Consumer<String> look) throws InterruptedException {
    look(look, LOOKS / 4);
    List<Double> millis = look(look, LOOKS);
    Collections.sort(millis);
    return new double[] {
      millis.get(millis.size() / 2), millis.get((int) (millis.size() * 0.95)),
    };
  }

  private List<Double> look(Consumer<String> look, int times) throws InterruptedException {
    Random random = new Random(programme.partners().size());
    List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    List<Runnable> looks = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String partner = programme.partners().get(random.nextInt(programme.partners().size()));
      looks.add(
          () -> {
            long start = System.nanoTime();
            look.accept(partner);
            millis.add((System.nanoTime() - start) / 1e6);
          });
    }
    all(looks);
    return millis;
  }

  private static long lap(Map<String, Double> seconds, String step, long start) {
    long now = System.nanoTime();
    seconds.put(step, (now - start) / 1e9);
    return now;
  }

  private void all(List<Runnable> work) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> running = new ArrayList<>();
      work.forEach(one -> running.add(threads.submit(one)));
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A request failed", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private JsonNode get(String path) {
    return send(request(path).GET());
  }

  private JsonNode post(String path, String body, int version) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "\"%d\"".formatted(version))
            .POST(
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(app.address(path)))
        .header("Authorization", "Bearer " + programme.key());
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException("Not every answer was good: " + answer.body());
      }
      return mapper.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
