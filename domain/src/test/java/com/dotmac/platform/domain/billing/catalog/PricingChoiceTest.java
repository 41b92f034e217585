package com.dotmac.platform.domain.billing.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingChoiceTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID PRODUCT = new UUID(1, 1);
  private static final UUID OTHER_PRODUCT = new UUID(1, 2);
  private static final UUID PLAN = new UUID(2, 1);
  private static final UUID OTHER_PLAN = new UUID(2, 2);
  private static final UUID CUSTOMER = new UUID(3, 1);
  private static final UUID OTHER_CUSTOMER = new UUID(3, 2);
  private static final PricingScope ABOUT_PRODUCT = new PricingScope(PRODUCT, null, null);
  private static final PricingScope ABOUT_PLAN = new PricingScope(null, PLAN, null);

  @Test
  void without_a_rule_there_is_no_discount() {
    assertThat(PricingChoice.of(List.of(), line("5", NOON))).isEmpty();
  }

  @Test
  void a_rule_applies_from_its_first_instant_on_and_not_at_its_last() {
    PricingTerms rule = rule(1, ABOUT_PRODUCT, "0", NOON, NOON.plusSeconds(60), 0);
    assertThat(rule.appliesTo(line("1", NOON.minusNanos(1)))).isFalse();
    assertThat(rule.appliesTo(line("1", NOON))).isTrue();
    assertThat(rule.appliesTo(line("1", NOON.plusSeconds(60).minusNanos(1)))).isTrue();
    assertThat(rule.appliesTo(line("1", NOON.plusSeconds(60)))).isFalse();
  }

  @Test
  void a_rule_asks_for_its_quantity_or_more() {
    PricingTerms rule = rule(1, ABOUT_PRODUCT, "10", NOON, null, 0);
    assertThat(rule.appliesTo(line("9.999999", NOON))).isFalse();
    assertThat(rule.appliesTo(line("10.0", NOON))).isTrue();
  }

  @Test
  void a_rule_about_a_plan_is_not_for_other_plans_of_its_product() {
    PricingTerms rule = rule(1, ABOUT_PLAN, "0", NOON, null, 0);
    assertThat(rule.appliesTo(line("1", NOON))).isTrue();
    assertThat(
            rule.appliesTo(
                new PricingQuestion(PRODUCT, OTHER_PLAN, CUSTOMER, BigDecimal.ONE, NOON)))
        .isFalse();
    assertThat(rule.appliesTo(new PricingQuestion(PRODUCT, null, CUSTOMER, BigDecimal.ONE, NOON)))
        .isFalse();
  }

  @Test
  void a_rule_for_a_customer_is_for_nobody_else() {
    PricingScope his = new PricingScope(PRODUCT, null, CUSTOMER);
    PricingTerms rule = rule(1, his, "0", NOON, null, 0);
    assertThat(rule.appliesTo(line("1", NOON))).isTrue();
    assertThat(
            rule.appliesTo(
                new PricingQuestion(PRODUCT, PLAN, OTHER_CUSTOMER, BigDecimal.ONE, NOON)))
        .isFalse();
  }

  @Test
  void the_highest_priority_wins_and_between_equals_each_tie_is_broken_in_turn() {
    Instant earlier = NOON.minusSeconds(60);
    PricingScope ofHis = new PricingScope(PRODUCT, null, CUSTOMER);
    List<PricingTerms> fromWeakest =
        List.of(
            rule(9, ABOUT_PLAN, "0", NOON, null, -1),
            rule(7, ABOUT_PRODUCT, "0", earlier, null, 0),
            rule(6, ABOUT_PRODUCT, "0", earlier, null, 0),
            rule(8, ABOUT_PRODUCT, "0", NOON, null, 0),
            rule(5, ABOUT_PRODUCT, "2", earlier, null, 0),
            rule(4, ofHis, "0", earlier, null, 0),
            rule(3, ABOUT_PLAN, "0", earlier, null, 0),
            rule(2, ABOUT_PRODUCT, "0", earlier, null, 1));
    for (int most = 1; most <= fromWeakest.size(); most++) {
      assertThat(PricingChoice.of(fromWeakest.subList(0, most), line("5", NOON)))
          .contains(fromWeakest.get(most - 1));
    }
  }

  @Property
  void the_order_in_which_rules_are_looked_at_does_not_matter(
      @ForAll("rules") List<PricingTerms> rules,
      @ForAll("lines") PricingQuestion line,
      @ForAll Random random) {
    List<PricingTerms> shuffled = new ArrayList<>(rules);
    Collections.shuffle(shuffled, random);
    assertThat(PricingChoice.of(shuffled, line)).isEqualTo(PricingChoice.of(rules, line));
  }

  @Property
  void the_rule_that_wins_applies_and_none_that_applies_has_a_higher_priority(
      @ForAll("rules") List<PricingTerms> rules, @ForAll("lines") PricingQuestion line) {
    List<PricingTerms> applying = rules.stream().filter(rule -> rule.appliesTo(line)).toList();
    assertThat(PricingChoice.of(rules, line))
        .hasValueSatisfying(
            winner ->
                assertThat(applying)
                    .contains(winner)
                    .allSatisfy(
                        rule ->
                            assertThat(rule.details().priority())
                                .isLessThanOrEqualTo(winner.details().priority())))
        .isPresent();
  }

  @Property
  void a_rule_that_loses_can_go_without_a_trace(
      @ForAll("rules") List<PricingTerms> rules, @ForAll("lines") PricingQuestion line) {
    PricingTerms winner = PricingChoice.of(rules, line).orElseThrow();
    for (PricingTerms loser : rules) {
      if (!loser.equals(winner)) {
        List<PricingTerms> rest = new ArrayList<>(rules);
        rest.remove(loser);
        assertThat(PricingChoice.of(rest, line)).contains(winner);
      }
    }
  }

  @Test
  void a_rule_is_about_one_thing_and_has_a_period() {
    assertThatThrownBy(() -> new PricingScope(PRODUCT, PLAN, null))
        .isInstanceOf(PricingRuleException.ScopeUnclear.class);
    assertThatThrownBy(() -> new PricingScope(null, null, CUSTOMER))
        .isInstanceOf(PricingRuleException.ScopeUnclear.class);
    assertThatThrownBy(() -> rule(1, ABOUT_PLAN, "0", NOON, NOON, 0))
        .isInstanceOf(PricingRuleException.PeriodEmpty.class);
  }

  /** One that applies to every line of the product, and others. */
  @Provide
  Arbitrary<List<PricingTerms>> rules() {
    Arbitrary<PricingScope> scopes =
        Combinators.combine(
                Arbitraries.of(PRODUCT, OTHER_PRODUCT, PLAN, OTHER_PLAN),
                Arbitraries.of(CUSTOMER, OTHER_CUSTOMER).injectNull(0.5))
            .as(PricingChoiceTest::about);
    Arbitrary<PricingTerms> rule =
        Combinators.combine(
                Arbitraries.integers().between(10, 10_000),
                scopes,
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(-3, 3),
                Arbitraries.integers().between(1, 3).injectNull(0.5),
                Arbitraries.integers().between(-1, 1))
            .as(
                (id, scope, quantity, start, length, priority) ->
                    rule(
                        id,
                        scope,
                        Integer.toString(quantity),
                        NOON.plusSeconds(start),
                        length == null ? null : NOON.plusSeconds(start + length),
                        priority));
    return rule.list()
        .ofMaxSize(8)
        .uniqueElements(PricingTerms::ruleId)
        .map(
            some -> {
              List<PricingTerms> all = new ArrayList<>(some);
              all.add(rule(1, ABOUT_PRODUCT, "0", Instant.EPOCH, null, -1));
              return all;
            });
  }

  @Provide
  Arbitrary<PricingQuestion> lines() {
    return Combinators.combine(
            Arbitraries.of(PLAN, OTHER_PLAN).injectNull(0.3),
            Arbitraries.of(CUSTOMER, OTHER_CUSTOMER),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(-4, 7))
        .as(
            (plan, customer, quantity, seconds) ->
                new PricingQuestion(
                    PRODUCT,
                    plan,
                    customer,
                    BigDecimal.valueOf(quantity),
                    NOON.plusSeconds(seconds)));
  }

  private static PricingScope about(UUID what, @Nullable UUID customer) {
    boolean plan = what.equals(PLAN) || what.equals(OTHER_PLAN);
    return new PricingScope(plan ? null : what, plan ? what : null, customer);
  }

  private static PricingTerms rule(
      int id,
      PricingScope scope,
      String minQuantity,
      Instant from,
      @Nullable Instant until,
      int priority) {
    return new PricingTerms(
        new UUID(9, id),
        scope,
        new PricingRuleDetails(
            "rule " + id,
            new BigDecimal(minQuantity),
            new BigDecimal("0.1"),
            from,
            until,
            priority));
  }

  private static PricingQuestion line(String quantity, Instant at) {
    return new PricingQuestion(PRODUCT, PLAN, CUSTOMER, new BigDecimal(quantity), at);
  }
}
