package com.dotmac.platform.domain.partners.rules;

import static com.dotmac.platform.domain.partners.rules.CommissionArithmeticTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommissionFormulaTest {
  private static final long LIMIT = 999_999_999_999_999L;
  private static final List<Tier> TIERS =
      List.of(tier(0, "0.05", 100), tier(10_000, "0.1", 0), tier(50_000, "0.025", 300));

  @Test
  void example_6_half_a_unit_is_rounded_away_from_zero_where_a_binary_fraction_errs() {
    assertThat(CommissionFormula.commission(percent("0.029"), 500, 500)).isEqualTo(15);
  }

  @Test
  void example_8_what_is_refunded_in_full_earns_nothing() {
    Terms terms = percent("0.3");
    long paid = CommissionFormula.commission(terms, 4900, 4900);
    assertThat(paid).isEqualTo(1470);
    assertThat(CommissionFormula.commission(terms, 0, 4900) - paid).isEqualTo(-1470);
  }

  @Test
  void a_fixed_amount_is_earned_as_far_as_the_invoice_is_paid() {
    CommissionFormula flat = CommissionFormula.of(flat(1000));
    assertThat(flat.commission(0, 3000)).isZero();
    assertThat(flat.commission(1, 3000)).isZero();
    assertThat(flat.commission(1000, 3000)).isEqualTo(333);
    assertThat(flat.commission(2000, 3000)).isEqualTo(667);
    assertThat(flat.commission(3000, 3000)).isEqualTo(1000);
    assertThat(flat.commission(0, 0)).isZero();
  }

  @Test
  void i18_each_part_of_a_hybrid_is_rounded_once() {
    // 0.5 and 0.5 are 1 and 1; rounded together they would be 1.
    assertThat(CommissionFormula.commission(hybrid("0.5", 1), 1, 2)).isEqualTo(2);
  }

  @Test
  void a_negative_base_and_a_fixed_amount_on_more_than_there_is_are_errors() {
    assertThatThrownBy(() -> CommissionFormula.commission(percent("0.1"), -1, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CommissionFormula.commission(flat(5), 11, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void i18_a_hybrid_is_its_two_parts(
      @ForAll("rates") BigDecimal rate,
      @ForAll @LongRange(min = 1, max = 1_000_000) long flat,
      @ForAll @LongRange(max = LIMIT) long base,
      @ForAll @LongRange(max = LIMIT) long unpaid) {
    long sold = base + unpaid;
    assertThat(CommissionFormula.commission(hybrid(rate.toString(), flat), base, sold))
        .isEqualTo(
            CommissionFormula.commission(flat(flat), base, sold)
                + CommissionFormula.commission(percent(rate.toString()), base, sold));
  }

  @Property
  void i7_any_split_in_any_order_earns_what_the_whole_does(
      @ForAll("terms") Terms terms,
      @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 0, max = 40_000) Long> parts,
      @ForAll Random random) {
    long sold = parts.stream().mapToLong(Long::longValue).sum();
    List<Long> shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled, random);
    CommissionFormula formula = CommissionFormula.of(terms);
    long earned = 0;
    long base = 0;
    for (long part : shuffled) {
      earned += formula.commission(base + part, sold) - formula.commission(base, sold);
      base += part;
    }
    assertThat(earned).isEqualTo(formula.commission(sold, sold));
  }

  @Property
  void i16_i24_all_but_volume_never_falls_and_paying_back_takes_away_what_paying_gave(
      @ForAll("terms") Terms terms,
      @ForAll @LongRange(max = 200_000) long base,
      @ForAll @LongRange(max = 200_000) long more) {
    long sold = base + more;
    long before = CommissionFormula.commission(terms, base, sold);
    long after = CommissionFormula.commission(terms, sold, sold);
    if (terms.model() != RuleModel.VOLUME) {
      assertThat(after).isGreaterThanOrEqualTo(before);
    }
    assertThat(CommissionFormula.commission(terms, 0, sold)).isZero();
  }

  @Test
  void i17_crossing_back_over_a_boundary_is_repriced() {
    Terms volume = tiered(RuleModel.VOLUME);
    long below = CommissionFormula.commission(volume, 10_000, 60_000);
    long above = CommissionFormula.commission(volume, 10_001, 60_000);
    assertThat(below).isEqualTo(600);
    assertThat(above).isEqualTo(1000);
    assertThat(CommissionFormula.commission(volume, 10_000, 60_000) - above).isEqualTo(-400);
  }

  @Property
  void i20_the_result_is_the_exact_one_but_for_half_a_unit(
      @ForAll("rates") BigDecimal rate, @ForAll @LongRange(max = LIMIT) long base) {
    BigDecimal exact = rate.multiply(BigDecimal.valueOf(base));
    long rounded = CommissionFormula.ofRate(rate).commission(base, base);
    assertThat(BigDecimal.valueOf(rounded).subtract(exact).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.5"));
  }

  @Test
  void i22_amounts_beyond_2_to_the_53_are_exact() {
    assertThat(CommissionFormula.commission(percent("1"), 9_007_199_254_740_993L, Long.MAX_VALUE))
        .isEqualTo(9_007_199_254_740_993L);
  }

  @Provide
  Arbitrary<BigDecimal> rates() {
    return Arbitraries.longs()
        .between(0, 1_000_000)
        .map(millionths -> BigDecimal.valueOf(millionths, 6));
  }

  @Provide
  Arbitrary<Terms> terms() {
    return Arbitraries.of(
        percent("0.15"),
        percent("0.333333"),
        flat(777),
        hybrid("0.125", 333),
        tiered(RuleModel.GRADUATED),
        tiered(RuleModel.VOLUME));
  }

  static Terms percent(String rate) {
    return terms(RuleModel.PERCENT, new BigDecimal(rate), null, List.of());
  }

  private static Terms flat(long amount) {
    return terms(RuleModel.FLAT, null, amount, List.of());
  }

  private static Terms hybrid(String rate, long amount) {
    return terms(RuleModel.HYBRID, new BigDecimal(rate), amount, List.of());
  }

  private static Terms tiered(RuleModel model) {
    return terms(model, null, null, TIERS);
  }

  private static Terms terms(
      RuleModel model, @Nullable BigDecimal rate, @Nullable Long flat, List<Tier> tiers) {
    return new Terms(
        new UUID(7, 7),
        model,
        RuleBasis.INVOICE,
        rate,
        flat,
        tiers,
        model == RuleModel.PERCENT ? null : Currency.getInstance("USD"),
        null,
        false,
        null);
  }
}
