package com.dotmac.platform.it.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.RestartablePostgres;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** PostgreSQL is stopped, and killed, and started again while clients write and read. */
@Execution(ExecutionMode.SAME_THREAD)
class RestartedDatabaseIT {
  private static final int WRITERS = 4;
  private static final int READERS = 2;
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private final Map<String, String> created = new ConcurrentHashMap<>();
  private final Set<String> attempted = ConcurrentHashMap.newKeySet();
  private final Set<String> wrongAnswers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private final List<Future<?>> running = new ArrayList<>();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void nothing_is_lost_or_doubled_and_the_way_back_needs_nobody() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(WRITERS + READERS);
    try (RestartablePostgres postgres = RestartablePostgres.start();
        RunningPlatform platform = RunningPlatform.on(postgres.database())) {
      ATenant tenant = ATenant.of(platform);
      ApiClient api = tenant.api();
      String one = APartner.path(APartner.any().createdBy(api));
      for (int i = 0; i < WRITERS; i++) {
        running.add(clients.submit(() -> write(api)));
      }
      for (int i = 0; i < READERS; i++) {
        running.add(clients.submit(() -> read(api, one)));
      }
      awaitMore();
      postgres.stop();
      awaitRefusals();
      postgres.startAgain();
      awaitMore();
      postgres.crash();
      awaitRefusals();
      postgres.startAgain();
      awaitMore();
      over.set(true);
      for (Future<?> client : running) {
        client.get(RECOVERY.toSeconds(), TimeUnit.SECONDS);
      }
      assertWholeAndOnce(postgres, tenant.id());
    } finally {
      assertThat(wrongAnswers).isEmpty();
      clients.shutdownNow();
    }
  }

  private void assertWholeAndOnce(RestartablePostgres postgres, UUID tenantId) throws Exception {
    // Each was repeated until it was answered, so each that was attempted is there.
    Map<String, Long> once = attempted.stream().collect(Collectors.toMap(name -> name, name -> 1L));
    assertThat(created.keySet()).isEqualTo(attempted);
    assertThat(Effects.partners(postgres.database(), tenantId)).containsAllEntriesOf(once);
    assertThat(Effects.partners(postgres.database(), tenantId).values()).containsOnly(1L);
    assertThat(Effects.creations(postgres.database(), tenantId))
        .isEqualTo(Effects.partners(postgres.database(), tenantId));
    assertThat(Effects.ids(postgres.database(), tenantId)).containsAllEntriesOf(created);
  }

  /** Posts partners, each under a key of its own, and repeats each until it is answered. */
  private void write(ApiClient api) {
    while (!over.get()) {
      String name = "Partner " + UUID.randomUUID();
      attempted.add(name);
      ApiClient under = api.with("Idempotency-Key", name.replace(' ', '-'));
      await()
          .atMost(RECOVERY)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> isCreated(name, APartner.named(name).postedBy(under)));
    }
  }

  private boolean isCreated(String name, ApiAnswer answer) {
    if (answer.status() == 201) {
      created.put(name, answer.text("id"));
      return true;
    }
    note("POST", answer);
    return false;
  }

  private void read(ApiClient api, String path) {
    while (!over.get()) {
      ApiAnswer answer = api.get(path);
      if (answer.status() == 200) {
        reads.incrementAndGet();
      } else {
        note("GET", answer);
      }
    }
  }

  private void note(String verb, ApiAnswer answer) {
    refusals.incrementAndGet();
    boolean expected =
        answer.status() == 503
            && answer.header("Content-Type").equals("application/problem+json")
            && Set.of("service-unavailable", "outcome-unknown").contains(answer.code());
    // The server process of a lost connection may hold the key until it notices.
    if (!expected && !answer.code().equals("idempotency-key-in-use")) {
      wrongAnswers.add(verb + " " + answer.status() + " " + answer.body());
    }
  }

  private void awaitMore() {
    int posts = created.size() + 2 * WRITERS;
    int gets = reads.get() + 2 * READERS;
    await("clients are served")
        .atMost(RECOVERY)
        .failFast("a client gave up", () -> running.stream().anyMatch(Future::isDone))
        .until(() -> created.size() >= posts && reads.get() >= gets);
  }

  private void awaitRefusals() {
    int seen = refusals.get();
    await("clients see that it is away").atMost(RECOVERY).until(() -> refusals.get() > seen + 4);
  }
}
