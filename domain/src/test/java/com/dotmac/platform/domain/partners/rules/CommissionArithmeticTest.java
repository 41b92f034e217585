package com.dotmac.platform.domain.partners.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The arithmetic, with no limit on rates: the worked public examples count units, not money. */
class CommissionArithmeticTest {
  private static final long LIMIT = 999_999_999_999_999L;

  @Test
  void example_1_six_units_on_falling_prices() {
    List<Tier> tiers = List.of(tier(0, "7", 0), tier(5, "6.50", 0), tier(10, "6", 0));
    assertThat(CommissionArithmetic.volume(tiers, 6)).isEqualByComparingTo("39");
    assertThat(CommissionArithmetic.graduated(tiers, 6)).isEqualByComparingTo("41.50");
  }

  @Test
  void example_2_step_by_step_comes_to_the_same_as_at_once() {
    List<Tier> tiers =
        List.of(tier(0, "0.01", 200), tier(1000, "0.02", 300), tier(10_000, "0.03", 400));
    BigDecimal first = CommissionArithmetic.graduated(tiers, 500);
    BigDecimal second = CommissionArithmetic.graduated(tiers, 1050);
    BigDecimal third = CommissionArithmetic.graduated(tiers, 5050);
    assertThat(first).isEqualByComparingTo("205");
    assertThat(second.subtract(first)).isEqualByComparingTo("306");
    assertThat(third.subtract(second)).isEqualByComparingTo("80");
    assertThat(third).isEqualByComparingTo("591");
  }

  @Test
  void example_3_the_cliff_of_a_volume_table() {
    List<Tier> tiers = List.of(tier(0, "2", 10), tier(100, "1", 0));
    assertThat(CommissionArithmetic.volume(tiers, 100)).isEqualByComparingTo("210");
    assertThat(CommissionArithmetic.volume(tiers, 101)).isEqualByComparingTo("101");
  }

  @Test
  void example_4_one_unit_in_the_top_tier() {
    List<Tier> tiers = List.of(tier(0, "1.5", 0), tier(10, "1", 0), tier(110, "0.5", 0));
    assertThat(CommissionArithmetic.graduated(tiers, 111)).isEqualByComparingTo("115.50");
    assertThat(CommissionArithmetic.volume(tiers, 111)).isEqualByComparingTo("55.50");
  }

  @Test
  void example_5_accelerators_beyond_the_quota() {
    List<Tier> tiers =
        List.of(tier(0, "0.06", 0), tier(375_000, "0.08", 0), tier(468_750, "0.10", 0));
    assertThat(CommissionArithmetic.graduated(tiers, 500_000)).isEqualByComparingTo("33125");
  }

  @Property
  void i16_graduated_is_the_sum_over_single_units(
      @ForAll("tables") List<Tier> tiers, @ForAll @LongRange(max = 300) long base) {
    BigDecimal sum = BigDecimal.ZERO;
    for (long unit = 1; unit <= base; unit++) {
      long reached = unit;
      Tier tier =
          tiers.stream()
              .filter(some -> some.isReachedBy(reached))
              .reduce((a, b) -> b)
              .orElseThrow();
      sum = sum.add(tier.rate());
      if (unit == tier.fromAmount() + 1) {
        sum = sum.add(BigDecimal.valueOf(tier.flatAmount()));
      }
    }
    assertThat(CommissionArithmetic.graduated(tiers, base)).isEqualByComparingTo(sum);
  }

  @Property
  void i16_graduated_never_falls(
      @ForAll("tables") List<Tier> tiers,
      @ForAll @LongRange(max = LIMIT) long base,
      @ForAll @LongRange(max = LIMIT) long more) {
    assertThat(CommissionArithmetic.graduated(tiers, base + more))
        .isGreaterThanOrEqualTo(CommissionArithmetic.graduated(tiers, base));
  }

  @Property
  void i16_graduated_has_no_leap_and_stays_below_the_greatest_rate_where_nothing_is_fixed(
      @ForAll("ratesOnly") List<Tier> tiers, @ForAll @LongRange(max = LIMIT) long base) {
    BigDecimal greatest = tiers.stream().map(Tier::rate).reduce(BigDecimal::max).orElseThrow();
    BigDecimal here = CommissionArithmetic.graduated(tiers, base);
    BigDecimal next = CommissionArithmetic.graduated(tiers, base + 1);
    assertThat(next.subtract(here)).isBetween(BigDecimal.ZERO, greatest);
    assertThat(here).isLessThanOrEqualTo(greatest.multiply(BigDecimal.valueOf(base)));
  }

  @Property
  void i17_volume_pays_the_rate_of_the_tier_on_all_of_it(
      @ForAll("tables") List<Tier> tiers, @ForAll @LongRange(min = 1, max = 300) long base) {
    Tier tier =
        tiers.stream().filter(some -> some.isReachedBy(base)).reduce((a, b) -> b).orElseThrow();
    assertThat(CommissionArithmetic.volume(tiers, base))
        .isEqualByComparingTo(
            tier.rate()
                .multiply(BigDecimal.valueOf(base))
                .add(BigDecimal.valueOf(tier.flatAmount())));
  }

  @Property
  void i17_what_is_exactly_at_the_start_of_a_tier_is_in_the_one_before(
      @ForAll("tables") List<Tier> tiers) {
    for (int i = 1; i < tiers.size(); i++) {
      Tier before = tiers.get(i - 1);
      long start = tiers.get(i).fromAmount();
      assertThat(CommissionArithmetic.volume(tiers, start))
          .isEqualByComparingTo(
              before
                  .rate()
                  .multiply(BigDecimal.valueOf(start))
                  .add(BigDecimal.valueOf(before.flatAmount())));
    }
  }

  @Property
  void i20_rounding_is_off_by_half_a_unit_at_most_and_the_same_both_ways(
      @ForAll @LongRange(min = -LIMIT, max = LIMIT) long millionths) {
    BigDecimal exact = BigDecimal.valueOf(millionths, 6);
    long rounded = CommissionArithmetic.rounded(exact);
    assertThat(BigDecimal.valueOf(rounded).subtract(exact).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.5"));
    assertThat(CommissionArithmetic.rounded(exact.negate())).isEqualTo(-rounded);
  }

  @Test
  void nothing_sold_earns_nothing_whatever_is_fixed() {
    List<Tier> tiers = List.of(tier(0, "0.5", 1000));
    assertThat(CommissionArithmetic.graduated(tiers, 0)).isEqualByComparingTo("0");
    assertThat(CommissionArithmetic.volume(tiers, 0)).isEqualByComparingTo("0");
  }

  @Provide
  Arbitrary<List<Tier>> tables() {
    return tables(Arbitraries.longs().between(0, 50));
  }

  @Provide
  Arbitrary<List<Tier>> ratesOnly() {
    return tables(Arbitraries.just(0L));
  }

  private static Arbitrary<List<Tier>> tables(Arbitrary<Long> flats) {
    Arbitrary<Tier> tier =
        Combinators.combine(
                Arbitraries.longs().between(1, 200),
                Arbitraries.longs().between(0, 3_000_000),
                flats)
            .as((from, rate, flat) -> new Tier(from, BigDecimal.valueOf(rate, 6), flat));
    return tier.list()
        .ofMaxSize(5)
        .uniqueElements(Tier::fromAmount)
        .flatMap(
            others ->
                tier.map(
                    first -> {
                      List<Tier> all = new ArrayList<>(others);
                      all.add(new Tier(0, first.rate(), first.flatAmount()));
                      all.sort((a, b) -> Long.compare(a.fromAmount(), b.fromAmount()));
                      return all;
                    }));
  }

  static Tier tier(long from, String rate, long flat) {
    return new Tier(from, new BigDecimal(rate), flat);
  }
}
