package com.dotmac.platform.it.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests that finalise drafts and pay invoices, sent as fast as they are answered. */
final class BillingLoad {
  /** How many requests for one are on their way together. */
  static final int AT_ONCE = 32;

  /** How many requests for many are. */
  static final int BATCHES_AT_ONCE = 2;

  /** Answers 200 as soon as the app is there. */
  static final String READY = "/api/v1/invoices";

  private static final String LINE =
      "{\"customerId\":\"%s\",\"amount\":{\"amount\":\"12000\",\"currency\":\"EUR\"},"
          + "\"kind\":\"bank_transfer\",\"reference\":\"bench\"}";

  private final HttpClient client = HttpClient.newHttpClient();
  private final BenchedApp app;
  private final String key;

  BillingLoad(BenchedApp app, String key) {
    this.app = app;
    this.key = key;
  }

  /** Finalises each by a request of its own; how many in a second. */
  double finaliseEach(BilledRange range) throws InterruptedException {
    return perSecond(
        range.size(),
        AT_ONCE,
        range.invoices().stream().map(id -> request(READY + "/" + id + "/finalise", "")).toList());
  }

  /** Pays each by a request of its own; how many in a second. */
  double payEach(BilledRange range) throws InterruptedException {
    return perSecond(
        range.size(),
        AT_ONCE,
        range.customers().stream()
            .map(id -> request("/api/v1/payments", LINE.formatted(id)))
            .toList());
  }

  /** Finalises many by each request; how many invoices in a second. */
  double finaliseTogether(BilledRange range) throws InterruptedException {
    return together(range.invoices(), READY + "/finalise", "invoiceIds", "\"%s\"");
  }

  /** Pays many by each request; how many payments in a second. */
  double payTogether(BilledRange range) throws InterruptedException {
    return together(range.customers(), "/api/v1/payments/batch", "payments", LINE);
  }

  private double together(List<String> ids, String path, String field, String item)
      throws InterruptedException {
    List<HttpRequest> requests =
        IntStream.range(0, ids.size() / BilledRange.BATCH)
            .mapToObj(
                batch -> ids.subList(batch * BilledRange.BATCH, (batch + 1) * BilledRange.BATCH))
            .map(
                batch ->
                    batch.stream()
                        .map(item::formatted)
                        .collect(Collectors.joining(",", "{\"" + field + "\":[", "]}")))
            .map(body -> request(path, body))
            .toList();
    return perSecond(ids.size(), BATCHES_AT_ONCE, requests);
  }

  private HttpRequest request(String path, String body) {
    return HttpRequest.newBuilder(URI.create(app.address(path)))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", "\"0\"")
        .POST(
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private double perSecond(int things, int atOnce, List<HttpRequest> requests)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      requests.forEach(request -> running.add(threads.submit(() -> send(request))));
      for (Future<?> one : running) {
        one.get();
      }
      return things / ((System.nanoTime() - start) / 1e9);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A request failed", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void send(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300 || answer.body().contains("\"problem\":{")) {
        throw new IllegalStateException("Not every answer was good: " + answer.body());
      }
    } catch (IOException e) {
      throw new IllegalStateException("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
