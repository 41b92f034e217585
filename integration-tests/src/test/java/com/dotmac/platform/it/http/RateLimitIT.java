package com.dotmac.platform.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class RateLimitIT {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RunningPlatform platform;

  RateLimitIT(TestDatabase database) {
    platform =
        RunningPlatform.on(
            database,
            clock,
            settings -> {
              settings.getRateLimit().setRequests(6);
              settings.getRateLimit().setRefusedCredentials(3);
            });
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void a_credential_that_has_used_up_its_requests_waits() {
    ApiClient api = ATenant.of(platform).api();
    for (int left = 5; left >= 0; left--) {
      ApiAnswer answer = api.get(APartner.PATH);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"credential\";q=6;w=60");
      assertThat(answer.header("RateLimit"))
          .isEqualTo("\"credential\";r=%d;t=%d".formatted(left, (6 - left) * 10));
    }
    ApiAnswer refused = api.get(APartner.PATH);
    assertThat(refused.status() + " " + refused.code()).isEqualTo("429 too-many-requests");
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.header("Retry-After")).isEqualTo("10");
    assertThat(refused.header("RateLimit")).isEqualTo("\"credential\";r=0;t=60");
    assertThat(ATenant.of(platform).api().get(APartner.PATH).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(9));
    assertThat(api.get(APartner.PATH).status()).isEqualTo(429);
    clock.advance(Duration.ofSeconds(1));
    assertThat(api.get(APartner.PATH).status()).isEqualTo(200);
    assertThat(api.get(APartner.PATH).status()).isEqualTo(429);
  }

  @Test
  void an_address_that_tries_keys_is_refused_before_they_are_looked_at() {
    ApiClient good = ATenant.of(platform).api();
    ApiClient wrong = ApiClient.of(platform).withKey("dmk_wrong");
    assertThat(good.get(APartner.PATH).status()).isEqualTo(200);
    for (int attempt = 0; attempt < 3; attempt++) {
      assertThat(wrong.get(APartner.PATH).status()).isEqualTo(401);
    }
    ApiAnswer refused = wrong.get(APartner.PATH);
    assertThat(refused.status() + " " + refused.code()).isEqualTo("429 too-many-requests");
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.header("Retry-After")).isEqualTo("20");
    clock.advance(Duration.ofSeconds(20));
    assertThat(wrong.get(APartner.PATH).status()).isEqualTo(401);
    clock.advance(Duration.ofMinutes(1));
    assertThat(good.get(APartner.PATH).status()).isEqualTo(200);
  }
}
