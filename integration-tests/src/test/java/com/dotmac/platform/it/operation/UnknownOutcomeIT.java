package com.dotmac.platform.it.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.CuttingProxy;
import com.dotmac.platform.it.harness.CuttingProxy.Cut;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The connection breaks at the very COMMIT, so that the application cannot know what became of it.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnknownOutcomeIT {
  private final TestDatabase database;
  private final CuttingProxy proxy;
  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;

  UnknownOutcomeIT(TestDatabase database) {
    this.database = database;
    URI server = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    proxy = CuttingProxy.before(server.getPort(), "insert into audit_activities");
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put(
        "DATABASE_URL",
        "jdbc:postgresql://localhost:%d/%s?prepareThreshold=0"
            .formatted(proxy.port(), database.name()));
    platform = RunningPlatform.on(environment, Clock.systemUTC(), RequiredSchema.ofThisBuild());
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @AfterAll
  void stop() {
    platform.close();
    proxy.close();
  }

  @ParameterizedTest
  @EnumSource
  void the_caller_is_told_that_nobody_knows_and_a_repetition_under_the_key_has_one_effect(Cut cut)
      throws Exception {
    // Without the word that the proxy looks for.
    String name = cut == Cut.BEFORE_COMMIT ? "unheard" : "untold";
    ApiClient under = api.with("Idempotency-Key", name);
    proxy.cutOnce(cut);
    ApiAnswer unknown = APartner.named(name).postedBy(under);
    assertThat(proxy.hasCut()).isTrue();
    assertThat(unknown.status() + " " + unknown.code()).isEqualTo("503 outcome-unknown");
    assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
    await("the server process of the lost connection lets go of the key")
        .atMost(Duration.ofSeconds(10))
        .until(() -> APartner.named(name).postedBy(under).status() == 201);
    ApiAnswer again = APartner.named(name).postedBy(under);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(Effects.ids(database, tenant.id())).containsEntry(name, again.text("id"));
    assertThat(Effects.partners(database, tenant.id())).containsEntry(name, 1L);
    assertThat(Effects.creations(database, tenant.id())).containsEntry(name, 1L);
  }
}
