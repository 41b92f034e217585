package com.dotmac.platform.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.schema.RequiredSchema;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningPlatformIT {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final HttpClient client = HttpClient.newHttpClient();
  private final RunningPlatform platform;

  RunningPlatformIT(TestDatabase database) {
    platform = RunningPlatform.on(database, clock);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void it_is_healthy_on_what_the_migrator_made() throws Exception {
    assertThat(get(platform.adminUri("/healthcheck")).statusCode()).isEqualTo(200);
  }

  @Test
  void it_lets_nobody_in_without_a_key() throws Exception {
    assertThat(get(platform.uri("/api/v1/partners")).statusCode()).isEqualTo(401);
  }

  @Test
  void it_goes_by_the_clock_it_was_given() {
    clock.moveTo(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(platform.clock().instant()).isEqualTo("2030-01-01T00:00:00Z");
  }

  @Test
  void it_does_not_start_on_a_database_that_lacks_a_change(TestDatabase database) {
    RequiredSchema more = new RequiredSchema(List.of("9999-partners-add-nothing"));
    assertThatThrownBy(() -> RunningPlatform.on(database.environmentOfApp(), clock, more))
        .hasStackTraceContaining("9999-partners-add-nothing");
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
