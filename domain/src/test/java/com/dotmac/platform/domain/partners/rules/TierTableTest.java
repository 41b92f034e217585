package com.dotmac.platform.domain.partners.rules;

import static com.dotmac.platform.domain.partners.rules.CommissionArithmeticTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TierTableTest {

  @Test
  void i15_a_table_begins_at_nothing() {
    refused("/tiers/0/fromAmount", List.of(tier(1, "0.1", 0)));
    refused("/tiers", List.of());
  }

  @Test
  void i15_tiers_neither_meet_nor_go_back() {
    refused("/tiers/1/fromAmount", List.of(tier(0, "0.1", 0), tier(0, "0.2", 0)));
    refused(
        "/tiers/2/fromAmount", List.of(tier(0, "0.1", 0), tier(9, "0.2", 0), tier(8, "0.3", 0)));
  }

  @Test
  void rates_are_fractions_and_fixed_amounts_are_not_negative() {
    refused("/tiers/0/rate", List.of(tier(0, "1.000001", 0)));
    refused("/tiers/1/rate", List.of(tier(0, "1", 0), tier(1, "-0.000001", 0)));
    refused("/tiers/0/flatAmount", List.of(tier(0, "0", -1)));
  }

  @Test
  void a_table_has_fifty_tiers_at_most() {
    List<Tier> fifty =
        LongStream.range(0, TierTable.MAX_TIERS).mapToObj(from -> tier(from, "0.1", 0)).toList();
    assertThat(new TierTable(fifty).tiers()).hasSize(50);
    List<Tier> more = new ArrayList<>(fifty);
    more.add(tier(TierTable.MAX_TIERS, "0.1", 0));
    refused("/tiers", more);
  }

  @Property
  void i15_each_amount_is_in_one_tier(
      @ForAll("starts") List<Long> starts, @ForAll @LongRange(min = 1, max = 1200) long base) {
    TierTable table = table(starts);
    long in =
        LongStream.range(0, starts.size())
            .filter(
                i ->
                    base > starts.get((int) i)
                        && (i + 1 == starts.size() || base <= starts.get((int) i + 1)))
            .count();
    assertThat(in).isEqualTo(1);
    assertThat(table.graduated(base)).isEqualByComparingTo(BigDecimal.valueOf(base, 1));
    assertThat(table.volume(base)).isEqualByComparingTo(BigDecimal.valueOf(base, 1));
  }

  @Property
  void i15_tiers_in_any_other_order_are_refused(
      @ForAll("starts") List<Long> starts, @ForAll @IntRange(max = 5) int turn) {
    List<Long> turned = new ArrayList<>(starts);
    Collections.rotate(turned, turn);
    if (!turned.equals(starts)) {
      assertThatThrownBy(() -> table(turned)).isInstanceOf(CommissionException.TermsWrong.class);
    }
  }

  /** Nothing, and up to five other starts, growing. */
  @Provide
  Arbitrary<List<Long>> starts() {
    return Arbitraries.longs()
        .between(1, 1000)
        .set()
        .ofMaxSize(5)
        .map(
            some -> {
              List<Long> all = new ArrayList<>(some);
              all.add(0L);
              Collections.sort(all);
              return all;
            });
  }

  private static TierTable table(List<Long> starts) {
    return new TierTable(starts.stream().map(from -> tier(from, "0.1", 0)).toList());
  }

  private static void refused(String pointer, List<Tier> tiers) {
    assertThatThrownBy(() -> new TierTable(tiers))
        .asInstanceOf(type(CommissionException.TermsWrong.class))
        .extracting(CommissionException.TermsWrong::pointer)
        .isEqualTo(pointer);
  }
}
