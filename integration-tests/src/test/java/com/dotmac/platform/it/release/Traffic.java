package com.dotmac.platform.it.release;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Callers who read and write over HTTP, one request after another, until it is closed; and how each
 * request went.
 */
final class Traffic implements AutoCloseable {
  private static final int CALLERS = 3;

  private final ApiClient api;
  private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong slowestNanos = new AtomicLong();
  private volatile boolean closed;

  private Traffic(ApiClient api) {
    this.api = api;
  }

  /** Begins. The caller may do everything. */
  static Traffic of(ApiClient api) {
    Traffic traffic = new Traffic(api);
    for (int i = 0; i < CALLERS; i++) {
      traffic.threads.execute(traffic::callUntilClosed);
    }
    return traffic;
  }

  /** Requests that were answered so far, well or not. */
  int answered() {
    return answered.get();
  }

  /** Requests that failed, each with its answer. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** How long the slowest of the answered requests took. */
  Duration slowest() {
    return Duration.ofNanos(slowestNanos.get());
  }

  /** Lets each caller finish, and waits for it. */
  void stop() {
    closed = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
        threads.shutdownNow();
        failures.add("A caller still waits for an answer after two minutes");
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** A caller who got no answer, or none to go on with, stops; the failure is kept. */
  private void callUntilClosed() {
    try {
      while (!closed) {
        callOnce();
      }
    } catch (AssertionError | IllegalArgumentException e) {
      failures.add(String.valueOf(e.getMessage()));
    }
  }

  private void callOnce() {
    ApiAnswer partner = timed(() -> APartner.any().postedBy(api));
    timed(() -> api.get(APartner.path(partner)));
    timed(() -> api.ifMatch(partner.etag()).patch(APartner.path(partner), Map.of("tier", "gold")));
    ApiAnswer customer = timed(() -> ACustomer.any().postedBy(api));
    timed(() -> api.get(ACustomer.path(customer)));
    timed(() -> api.get(APartner.PATH + "?limit=5"));
  }

  private ApiAnswer timed(Supplier<ApiAnswer> request) {
    long start = System.nanoTime();
    try {
      ApiAnswer answer = request.get();
      if (answer.status() >= 300) {
        failures.add(answer.status() + " " + answer.body());
      }
      return answer;
    } finally {
      slowestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
      answered.incrementAndGet();
    }
  }
}
