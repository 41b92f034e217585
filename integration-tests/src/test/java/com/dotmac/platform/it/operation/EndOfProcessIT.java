package com.dotmac.platform.it.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.deploy.Jars;
import com.dotmac.platform.it.deploy.RunningApp;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.IssuedKey;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.HeldRow;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How a process of the application ends, asked and not asked, while it works. */
@NeedsDatabase
@Execution(ExecutionMode.SAME_THREAD)
class EndOfProcessIT {
  /** Of a Java that got SIGTERM, however well it ended. */
  private static final int TERMINATED = 143;

  private final TestDatabase database;
  private final IssuedKey key;

  EndOfProcessIT(TestDatabase database) {
    this.database = database;
    key = IssuedKey.in(database);
  }

  @Test
  void whoever_is_served_when_it_is_asked_to_end_gets_his_answer_and_nobody_else_is_let_in()
      throws Exception {
    try (RunningApp app = start("2s", "20s")) {
      ApiClient api = app.api(key.token());
      ApiAnswer partner = APartner.any().createdBy(api);
      CompletableFuture<ApiAnswer> change;
      try (HeldRow row = HeldRow.ofPartner(database, partner.id())) {
        change = CompletableFuture.supplyAsync(() -> changed(api, partner));
        row.awaitWaiter();
        assertThat(app.anonymous().get("/health-check?type=ready").status()).isEqualTo(200);
        app.askToEnd();
        await("it says first that it is not ready")
            .atMost(Duration.ofSeconds(10))
            .until(() -> app.anonymous().get("/health-check?type=ready").status() == 503);
        await("it lets nobody in").atMost(Duration.ofSeconds(20)).until(() -> isRefused(app));
        assertThat(change).isNotDone();
      }
      assertThat(change.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
      assertThat(app.stop(Duration.ofSeconds(20))).isTrue();
      assertThat(app.exitCode()).isEqualTo(TERMINATED);
      assertThat(app.log()).doesNotContain("\"level\":\"ERROR\"");
    }
  }

  @Test
  void a_request_that_does_not_end_keeps_it_no_longer_than_the_grace_and_does_nothing_by_half()
      throws Exception {
    try (RunningApp app = start("0s", "2s")) {
      ApiClient api = app.api(key.token());
      ApiAnswer partner = APartner.any().createdBy(api);
      try (HeldRow row = HeldRow.ofPartner(database, partner.id())) {
        CompletableFuture<ApiAnswer> change =
            CompletableFuture.supplyAsync(() -> changed(api, partner));
        row.awaitWaiter();
        assertThat(app.stop(Duration.ofSeconds(30))).isTrue();
        assertThat(app.exitCode()).isEqualTo(TERMINATED);
        assertThat(outcome(change)).isIn("no answer", "503");
      }
    }
    try (RunningApp next = start("0s", "2s")) {
      ApiClient api = next.api(key.token());
      assertThat(api.get(APartner.path(partnerOf(api))).etag()).isEqualTo("\"0\"");
    }
  }

  @Test
  void a_post_under_a_key_that_was_killed_midway_is_done_once_when_it_is_repeated()
      throws Exception {
    Map<String, Object> body = APartner.named("Killed midway").body();
    try (RunningApp app = start("0s", "2s")) {
      ApiClient api = app.api(key.token());
      APartner.any().createdBy(api);
      try (HeldRow row = HeldRow.ofNumbers(database, key.tenantId())) {
        ApiClient under = api.with("Idempotency-Key", "killed");
        CompletableFuture<ApiAnswer> post =
            CompletableFuture.supplyAsync(() -> under.post(APartner.PATH, body));
        row.awaitWaiter();
        app.kill();
        assertThat(outcome(post)).isEqualTo("no answer");
      }
    }
    try (RunningApp next = start("0s", "2s")) {
      ApiClient under = next.api(key.token()).with("Idempotency-Key", "killed");
      // The server process of the killed client may still hold the key for a moment.
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> under.post(APartner.PATH, body).status() == 201);
      assertThat(under.post(APartner.PATH, body).header("Idempotency-Replayed")).isEqualTo("true");
    }
    assertThat(Effects.partners(database, key.tenantId())).containsEntry("Killed midway", 1L);
    assertThat(Effects.creations(database, key.tenantId())).containsEntry("Killed midway", 1L);
  }

  private RunningApp start(String wait, String grace) throws IOException {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("SHUTDOWN_WAIT", wait);
    environment.put("SHUTDOWN_GRACE_PERIOD", grace);
    RunningApp app =
        new RunningApp(Path.of(System.getProperty("java.home")), Jars.app(), environment);
    app.awaitStart();
    return app;
  }

  private static ApiAnswer changed(ApiClient api, ApiAnswer partner) {
    return api.ifMatch(partner.etag()).patch(APartner.path(partner), Map.of("tier", "gold"));
  }

  private static ApiAnswer partnerOf(ApiClient api) {
    String id = api.get(APartner.PATH).column("id").get(0);
    return api.get(APartner.PATH + "/" + id);
  }

  private static boolean isRefused(RunningApp app) {
    try {
      return app.anonymous().onConnectionsOfItsOwn().get("/problems/not-found").status() == 503;
    } catch (AssertionError noAnswer) {
      return true;
    }
  }

  private static String outcome(CompletableFuture<ApiAnswer> request) {
    try {
      return Integer.toString(request.join().status());
    } catch (CompletionException noAnswer) {
      return "no answer";
    }
  }
}
