package com.dotmac.platform.it.billing.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.fixtures.APlan;
import com.dotmac.platform.it.fixtures.ASubscription;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two instances that were not there when periods ended. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissedPeriodsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final MovableClock clock = MovableClock.at("2026-01-31T10:00:00Z");
  private final RunningPlatform platform;
  private final RunningPlatform other;
  private final ApiClient api;

  MissedPeriodsIT(TestDatabase database) {
    platform = RunningPlatform.on(database, clock);
    other = RunningPlatform.on(database, clock);
    api = ATenant.of(platform).api();
  }

  @AfterAll
  void stop() {
    other.close();
    platform.close();
  }

  @Test
  void periods_follow_each_other_from_the_anchor_and_each_has_one_invoice() {
    ApiAnswer subscription = ASubscription.to(APlan.any().createdBy(api), api).createdBy(api);
    clock.moveTo(Instant.parse("2026-04-10T00:00:00Z"));
    ApiAnswer renewed =
        await()
            .atMost(PATIENCE)
            .until(
                () -> ASubscription.read(api, subscription),
                read -> read.text("periodEnd").equals("2026-04-30T09:00:00Z"));
    assertThat(renewed.text("status")).isEqualTo("active");
    ApiAnswer charges = api.get(ASubscription.path(subscription) + "/charges");
    // Lisbon has summer time from the end of March on: ten o'clock is an hour earlier in UTC.
    assertThat(charges.column("periodStart"))
        .containsExactlyInAnyOrder(
            "2026-03-31T09:00:00Z", "2026-02-28T10:00:00Z", "2026-01-31T10:00:00Z");
    assertThat(charges.column("kind")).containsOnly("period");
    assertThat(facts(subscription))
        .containsExactly(
            "subscription.renewed",
            "subscription.renewed",
            "subscription.activated",
            "subscription.created");
    assertThat(
            api.get("/api/v1/audit-activities?resourceId=" + subscription.id())
                .rows()
                .get(0)
                .at("/actor/kind")
                .asText())
        .isEqualTo("system");
  }

  /** What happened to it, the last first: facts of one millisecond have no order in a list. */
  private List<String> facts(ApiAnswer subscription) {
    return api.get("/api/v1/billing-events?aggregateId=" + subscription.id()).rows().stream()
        .sorted(Comparator.comparingInt(row -> -row.path("sequence").asInt()))
        .map(row -> row.path("type").asText())
        .toList();
  }
}
