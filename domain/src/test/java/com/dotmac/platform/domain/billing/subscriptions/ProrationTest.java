package com.dotmac.platform.domain.billing.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProrationTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int MONTH = 31 * 86_400;
  private static final Period MARCH = new Period(START, START.plusSeconds(MONTH));
  private static final long LIMIT = 999_999_999_999_999L;

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1",
    "1, 1339199, 1",
    "1, 1339200, 1",
    "1, 1339201, 0",
    "-1, 1339200, -1",
    "-1, 1339201, 0",
    "3100, 86400, 3000",
    "1470, 1339200, 735",
    "1470, 2678399, 0"
  })
  void a_half_of_a_minor_unit_is_rounded_away_from_zero(long price, long seconds, long unused) {
    assertThat(Proration.unused(Money.of(price, "USD"), MARCH, START.plusSeconds(seconds)))
        .isEqualTo(Money.of(unused, "USD"));
  }

  @Test
  void a_second_that_has_begun_is_used() {
    Money price = Money.of(MONTH, "JPY");
    assertThat(Proration.unused(price, MARCH, START.plusSeconds(10).plusMillis(1)))
        .isEqualTo(Money.of(MONTH - 11, "JPY"));
  }

  @Test
  void before_the_period_all_is_left_and_after_it_nothing() {
    Money price = Money.of(1470, "USD");
    assertThat(Proration.unused(price, MARCH, START.minusSeconds(1))).isEqualTo(price);
    assertThat(Proration.unused(price, MARCH, MARCH.to().plusSeconds(1)))
        .isEqualTo(Money.of(0, "USD"));
  }

  @Property
  void used_and_unused_come_to_the_whole(
      @ForAll @LongRange(min = -LIMIT, max = LIMIT) long price,
      @ForAll @IntRange(max = MONTH) int seconds) {
    Money whole = Money.of(price, "KWD");
    Instant at = START.plusSeconds(seconds);
    assertThat(Proration.used(whole, MARCH, at).plus(Proration.unused(whole, MARCH, at)))
        .isEqualTo(whole);
  }

  /** Whoever changes to a plan of the same price, as often as he likes, pays that price. */
  @Property
  void however_often_a_period_is_cut_its_pieces_come_to_the_whole(
      @ForAll @LongRange(min = 0, max = LIMIT) long price,
      @ForAll @Size(max = 10) List<@IntRange(max = MONTH) Integer> cuts) {
    Money whole = Money.of(price, "CLF");
    Money paid = whole;
    Money usedUp = Money.of(0, "CLF");
    Instant from = START;
    for (int seconds : cuts.stream().sorted().toList()) {
      Instant at = START.plusSeconds(seconds);
      Money rest = Proration.unused(whole, MARCH, at);
      usedUp = usedUp.plus(Proration.unused(whole, MARCH, from).minus(rest));
      paid = paid.minus(rest).plus(rest);
      from = at;
    }
    assertThat(usedUp.plus(Proration.unused(whole, MARCH, from))).isEqualTo(whole);
    assertThat(paid).isEqualTo(whole);
  }

  @Property
  void the_later_the_less_is_left(
      @ForAll @LongRange(min = 0, max = LIMIT) long price,
      @ForAll @IntRange(max = MONTH) int one,
      @ForAll @IntRange(max = MONTH) int other) {
    Money whole = Money.of(price, "USD");
    Money early = Proration.unused(whole, MARCH, START.plusSeconds(Math.min(one, other)));
    Money late = Proration.unused(whole, MARCH, START.plusSeconds(Math.max(one, other)));
    assertThat(late.exceeds(early)).isFalse();
    assertThat(early.exceeds(whole)).isFalse();
    assertThat(late.isNegative()).isFalse();
  }
}
