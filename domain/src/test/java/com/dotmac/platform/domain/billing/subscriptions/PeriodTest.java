package com.dotmac.platform.domain.billing.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.billing.catalog.BillingCycle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  @Test
  void a_day_that_a_month_lacks_comes_back_in_the_next() {
    assertThat(starts("2026-01-31T10:00", BillingCycle.MONTHLY, 5))
        .containsExactly(
            "2026-01-31T10:00",
            "2026-02-28T10:00",
            "2026-03-31T10:00",
            "2026-04-30T10:00",
            "2026-05-31T10:00");
    assertThat(starts("2025-11-30T10:00", BillingCycle.QUARTERLY, 3))
        .containsExactly("2025-11-30T10:00", "2026-02-28T10:00", "2026-05-30T10:00");
    assertThat(starts("2024-02-29T10:00", BillingCycle.ANNUAL, 5))
        .containsExactly(
            "2024-02-29T10:00",
            "2025-02-28T10:00",
            "2026-02-28T10:00",
            "2027-02-28T10:00",
            "2028-02-29T10:00");
  }

  @Test
  void the_time_of_day_is_that_of_the_zone_in_summer_and_in_winter() {
    Instant noon = LocalDateTime.parse("2026-03-15T12:00").atZone(ROME).toInstant();
    Period march = Period.of(noon, BillingCycle.MONTHLY, 0, ROME);
    assertThat(march.from()).isEqualTo("2026-03-15T11:00:00Z");
    assertThat(march.to()).isEqualTo("2026-04-15T10:00:00Z");
  }

  @Property
  void periods_lie_side_by_side_without_gap_or_overlap(
      @ForAll @IntRange(max = 20_000) int day,
      @ForAll @IntRange(max = 86_399) int second,
      @ForAll BillingCycle cycle,
      @ForAll @IntRange(max = 400) int number) {
    Instant anchor =
        LocalDate.ofEpochDay(day).atTime(LocalTime.ofSecondOfDay(second)).atZone(ROME).toInstant();
    Period one = Period.of(anchor, cycle, number, ROME);
    Period next = Period.of(anchor, cycle, number + 1, ROME);
    assertThat(one.to()).isEqualTo(next.from());
    assertThat(one.from()).isBefore(one.to());
    assertThat(one.contains(one.from())).isTrue();
    assertThat(one.contains(one.to())).isFalse();
  }

  @Test
  void a_period_holds_an_instant() {
    assertThatThrownBy(() -> new Period(Instant.EPOCH, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> starts(String anchor, BillingCycle cycle, int count) {
    Instant first = LocalDateTime.parse(anchor).atZone(ROME).toInstant();
    List<String> starts = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Instant from = Period.of(first, cycle, number, ROME).from();
      starts.add(LocalDateTime.ofInstant(from, ROME).toString());
    }
    return starts;
  }
}
