package com.dotmac.platform.it.partners.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the time of an invitation is over is noted without anybody. */
@NeedsDatabase
class InvitationEndIT {
  private final TestDatabase database;

  InvitationEndIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void when_the_time_of_the_last_link_is_over_that_is_noted_by_the_platform_itself() {
    MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
    try (RunningPlatform platform = RunningPlatform.on(database, clock)) {
      ApiClient api = ATenant.of(platform).api();
      ApiAnswer partner = APartner.any().createdBy(api, "active");
      String invitations = APartner.path(partner) + "/invitations";
      ApiAnswer once = api.post(invitations, Map.of("email", "a@p.example", "role", "finance"));
      ApiAnswer twice = api.post(invitations, Map.of("email", "b@p.example", "role", "finance"));
      clock.advance(Duration.ofDays(6));
      String ofTwice = invitations + "/" + twice.id();
      assertThat(api.ifMatch(twice.etag()).post(ofTwice + "/resend").status()).isEqualTo(200);
      clock.advance(Duration.ofDays(1));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !api.get(invitations + "/" + once.id()).json().path("endedAt").isNull());
      assertThat(api.get(invitations + "/" + once.id()).text("status")).isEqualTo("expired");
      assertThat(api.get(ofTwice).text("status")).isEqualTo("pending");
      ApiAnswer trail = api.get("/api/v1/audit-activities?action=partner_invitation.expired");
      assertThat(trail.json().at("/data/0/actor/kind").asText()).isEqualTo("system");
      assertThat(trail.rows()).hasSize(1);
    }
  }
}
