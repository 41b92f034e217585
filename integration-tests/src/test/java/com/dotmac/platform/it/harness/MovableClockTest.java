package com.dotmac.platform.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MovableClockTest {
  private static final String NEW_YEAR = "2026-01-01T00:00:00Z";

  @Test
  void it_stands_where_it_was_set() {
    assertThat(MovableClock.at(NEW_YEAR).instant()).isEqualTo(Instant.parse(NEW_YEAR));
  }

  @Test
  void it_moves_forward_and_back() {
    MovableClock clock = MovableClock.at(NEW_YEAR);
    clock.advance(Duration.ofHours(3));
    clock.advance(Duration.ofHours(-1));
    assertThat(clock.instant()).isEqualTo("2026-01-01T02:00:00Z");
    clock.moveTo(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void a_view_in_another_zone_moves_with_it() {
    MovableClock clock = MovableClock.at(NEW_YEAR);
    Clock view = clock.withZone(ZoneId.of("Asia/Kathmandu"));
    clock.advance(Duration.ofDays(1));
    assertThat(view.instant()).isEqualTo("2026-01-02T00:00:00Z");
    assertThat(view.getZone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
  }
}
