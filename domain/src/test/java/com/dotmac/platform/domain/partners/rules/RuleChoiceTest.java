package com.dotmac.platform.domain.partners.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleChoiceTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID PARTNER = new UUID(1, 1);
  private static final UUID OTHER_PARTNER = new UUID(1, 2);
  private static final UUID PRODUCT = new UUID(2, 1);
  private static final UUID OTHER_PRODUCT = new UUID(2, 2);
  private static final UUID CUSTOMER = new UUID(3, 1);
  private static final UUID OTHER_CUSTOMER = new UUID(3, 2);
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LineFacts LINE = new LineFacts(PRODUCT, CUSTOMER, USD);
  private static final PartnerFacts BARE = new PartnerFacts(PARTNER, null, null);

  @Test
  void the_rate_of_the_account_comes_before_every_rule_also_when_it_is_0() {
    PartnerFacts agreed = new PartnerFacts(PARTNER, BigDecimal.ZERO, BigDecimal.ONE);
    Explanation why = RuleChoice.explain(LINE, agreed, NOON, List.of(rule(1).build()));
    assertThat(why.choice()).isEqualTo(new Choice.ByAccount(BigDecimal.ZERO));
    assertThat(why.considered())
        .extracting(Considered::verdict)
        .containsExactly(Verdict.ACCOUNT_RATE);
  }

  @Test
  void the_rate_of_the_partner_comes_after_every_rule_and_0_counts_as_agreed() {
    PartnerFacts agreed = new PartnerFacts(PARTNER, null, BigDecimal.ZERO);
    RuleCandidate rule = rule(1).build();
    assertThat(RuleChoice.choose(LINE, agreed, NOON, List.of(rule)))
        .isEqualTo(new Choice.ByRule(rule));
    assertThat(RuleChoice.choose(LINE, agreed, NOON, List.of()))
        .isEqualTo(new Choice.ByPartner(BigDecimal.ZERO));
  }

  @Test
  void i11_where_nothing_decides_there_is_a_reason() {
    assertThat(RuleChoice.choose(LINE, BARE, NOON, List.of()))
        .isEqualTo(new Choice.None(NoneReason.NO_RULE));
    assertThat(
            RuleChoice.choose(LINE, BARE, NOON, List.of(rule(1).forPartner(OTHER_PARTNER).build())))
        .isEqualTo(new Choice.None(NoneReason.NO_RULE));
    assertThat(
            RuleChoice.choose(LINE, BARE, NOON, List.of(rule(1).products(OTHER_PRODUCT).build())))
        .isEqualTo(new Choice.None(NoneReason.NO_RULE_FITS));
  }

  @Test
  void each_tie_is_broken_in_turn() {
    Built weak = rule(9);
    inTurn(Verdict.MADE_LATER, weak, rule(8));
    inTurn(Verdict.BEGAN_EARLIER, rule(1), rule(9).from(NOON));
    inTurn(Verdict.LESS_SPECIFIC, rule(1).from(NOON), rule(9).excluding(OTHER_PRODUCT));
    inTurn(
        Verdict.LESS_SPECIFIC,
        rule(1).from(NOON).excluding(OTHER_PRODUCT),
        rule(9).products(PRODUCT));
    inTurn(
        Verdict.LESS_SPECIFIC, rule(1).from(NOON).products(PRODUCT), rule(9).customers(CUSTOMER));
    inTurn(
        Verdict.FOR_ALL_PARTNERS,
        rule(1).from(NOON).products(PRODUCT).customers(CUSTOMER),
        rule(9).forPartner(PARTNER));
    inTurn(
        Verdict.LOWER_PRIORITY,
        rule(1).from(NOON).products(PRODUCT).customers(CUSTOMER).forPartner(PARTNER),
        rule(9).priority(2));
  }

  private static void inTurn(Verdict lost, Built loser, Built winner) {
    Explanation why = RuleChoice.explain(LINE, BARE, NOON, List.of(loser.build(), winner.build()));
    assertThat(why.choice()).isEqualTo(new Choice.ByRule(winner.build()));
    assertThat(why.considered())
        .containsExactly(
            new Considered(winner.build(), Verdict.WON), new Considered(loser.build(), lost));
  }

  @Test
  void each_way_not_to_fit_is_told() {
    told(Verdict.ARCHIVED, rule(1).archived());
    told(Verdict.OTHER_PARTNER, rule(1).forPartner(OTHER_PARTNER));
    told(Verdict.NOT_YET_EFFECTIVE, rule(1).from(NOON.plusNanos(1000)));
    told(Verdict.NO_LONGER_EFFECTIVE, rule(1).until(NOON));
    told(Verdict.OTHER_CURRENCY, rule(1).currency(EUR));
    told(Verdict.OTHER_CUSTOMER, rule(1).customers(OTHER_CUSTOMER));
    told(Verdict.OTHER_PRODUCT, rule(1).products(OTHER_PRODUCT));
    told(Verdict.PRODUCT_EXCLUDED, rule(1).excluding(PRODUCT));
  }

  private static void told(Verdict verdict, Built rule) {
    Explanation why = RuleChoice.explain(LINE, BARE, NOON, List.of(rule.build()));
    assertThat(why.choice()).isInstanceOf(Choice.None.class);
    assertThat(why.considered()).extracting(Considered::verdict).containsExactly(verdict);
  }

  @Test
  void a_line_of_nothing_in_the_catalogue_is_for_rules_without_products() {
    LineFacts line = new LineFacts(null, CUSTOMER, USD);
    RuleCandidate named = rule(1).priority(9).products(PRODUCT).build();
    RuleCandidate all = rule(2).excluding(PRODUCT).build();
    Explanation why = RuleChoice.explain(line, BARE, NOON, List.of(named, all));
    assertThat(why.choice()).isEqualTo(new Choice.ByRule(all));
    assertThat(why.considered())
        .containsExactly(
            new Considered(all, Verdict.WON), new Considered(named, Verdict.NO_PRODUCT));
  }

  @Test
  void i12_an_instant_belongs_to_one_version() {
    RuleCandidate first = rule(1).until(NOON).build();
    RuleCandidate second = rule(2).from(NOON).build();
    assertThat(RuleChoice.choose(LINE, BARE, NOON.minusNanos(1000), List.of(first, second)))
        .isEqualTo(new Choice.ByRule(first));
    assertThat(RuleChoice.choose(LINE, BARE, NOON, List.of(first, second)))
        .isEqualTo(new Choice.ByRule(second));
  }

  @Property
  void i11_the_order_of_rules_does_not_matter(
      @ForAll("rules") List<RuleCandidate> rules,
      @ForAll("lines") LineFacts line,
      @ForAll("partners") PartnerFacts partner,
      @ForAll Random random) {
    List<RuleCandidate> shuffled = new ArrayList<>(rules);
    Collections.shuffle(shuffled, random);
    assertThat(RuleChoice.explain(line, partner, NOON, shuffled))
        .isEqualTo(RuleChoice.explain(line, partner, NOON, rules));
  }

  @Property
  void i11_a_rule_that_loses_can_go_without_a_trace(
      @ForAll("rules") List<RuleCandidate> rules, @ForAll("lines") LineFacts line) {
    Choice choice = RuleChoice.choose(line, BARE, NOON, rules);
    if (choice instanceof Choice.ByRule won) {
      for (RuleCandidate loser : rules) {
        if (!loser.equals(won.candidate())) {
          List<RuleCandidate> rest = new ArrayList<>(rules);
          rest.remove(loser);
          assertThat(RuleChoice.choose(line, BARE, NOON, rest)).isEqualTo(choice);
        }
      }
    }
  }

  @Property
  void i11_what_is_explained_is_what_is_chosen(
      @ForAll("rules") List<RuleCandidate> rules,
      @ForAll("lines") LineFacts line,
      @ForAll("partners") PartnerFacts partner) {
    Explanation why = RuleChoice.explain(line, partner, NOON, rules);
    assertThat(why.choice()).isEqualTo(RuleChoice.choose(line, partner, NOON, rules));
    assertThat(why.considered())
        .extracting(Considered::candidate)
        .containsExactlyInAnyOrderElementsOf(rules);
    assertThat(why.considered().stream().filter(one -> one.verdict() == Verdict.WON))
        .hasSize(why.choice() instanceof Choice.ByRule ? 1 : 0);
  }

  @Provide
  Arbitrary<LineFacts> lines() {
    return Combinators.combine(
            Arbitraries.of(PRODUCT, OTHER_PRODUCT).injectNull(0.2),
            Arbitraries.of(CUSTOMER, OTHER_CUSTOMER),
            Arbitraries.of(USD, EUR))
        .as(LineFacts::new);
  }

  @Provide
  Arbitrary<PartnerFacts> partners() {
    Arbitrary<BigDecimal> rates = Arbitraries.of(BigDecimal.ZERO, BigDecimal.ONE);
    return Combinators.combine(rates.injectNull(0.8), rates.injectNull(0.5))
        .as((account, usual) -> new PartnerFacts(PARTNER, account, usual));
  }

  @Provide
  Arbitrary<List<RuleCandidate>> rules() {
    Arbitrary<Set<UUID>> products = Arbitraries.of(PRODUCT, OTHER_PRODUCT).set().ofMaxSize(1);
    Arbitrary<Set<UUID>> customers = Arbitraries.of(CUSTOMER, OTHER_CUSTOMER).set().ofMaxSize(1);
    return Combinators.combine(
            Arbitraries.integers().between(1, 10_000),
            Arbitraries.of(PARTNER, OTHER_PARTNER).injectNull(0.5),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(-2, 1),
            products,
            products,
            customers,
            Arbitraries.of(USD, EUR).injectNull(0.7))
        .as(
            (id, partner, priority, start, named, excluded, people, currency) ->
                new Built(
                        id,
                        partner,
                        priority,
                        NOON.plusSeconds(start),
                        null,
                        true,
                        named,
                        excluded,
                        people,
                        currency)
                    .build())
        .list()
        .ofMaxSize(8)
        .uniqueElements(RuleCandidate::commissionId);
  }

  private static Built rule(int id) {
    return new Built(
        id, null, 1, NOON.minusSeconds(60), null, true, Set.of(), Set.of(), Set.of(), null);
  }

  /** A rule to be, with one thing said after another. */
  private record Built(
      int id,
      @Nullable UUID partnerId,
      int priority,
      Instant from,
      @Nullable Instant to,
      boolean active,
      Set<UUID> named,
      Set<UUID> excluded,
      Set<UUID> people,
      @Nullable Currency currency) {

    Built forPartner(UUID partner) {
      return new Built(id, partner, priority, from, to, active, named, excluded, people, currency);
    }

    Built priority(int wanted) {
      return new Built(id, partnerId, wanted, from, to, active, named, excluded, people, currency);
    }

    Built from(Instant start) {
      return new Built(
          id, partnerId, priority, start, to, active, named, excluded, people, currency);
    }

    Built until(Instant end) {
      return new Built(
          id, partnerId, priority, from, end, active, named, excluded, people, currency);
    }

    Built archived() {
      return new Built(id, partnerId, priority, from, to, false, named, excluded, people, currency);
    }

    Built products(UUID product) {
      return new Built(
          id, partnerId, priority, from, to, active, Set.of(product), excluded, people, currency);
    }

    Built excluding(UUID product) {
      return new Built(
          id, partnerId, priority, from, to, active, named, Set.of(product), people, currency);
    }

    Built customers(UUID customer) {
      return new Built(
          id, partnerId, priority, from, to, active, named, excluded, Set.of(customer), currency);
    }

    Built currency(Currency wanted) {
      return new Built(id, partnerId, priority, from, to, active, named, excluded, people, wanted);
    }

    RuleCandidate build() {
      UUID version = new UUID(8, id);
      Terms terms =
          new Terms(
              version,
              RuleModel.PERCENT,
              RuleBasis.INVOICE,
              BigDecimal.ONE,
              null,
              List.of(),
              currency,
              null,
              false,
              null);
      return new RuleCandidate(
          new UUID(9, id),
          version,
          1,
          partnerId,
          priority,
          from,
          to,
          active,
          named,
          excluded,
          people,
          terms);
    }
  }
}
