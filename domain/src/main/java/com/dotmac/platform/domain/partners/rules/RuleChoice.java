package com.dotmac.platform.domain.partners.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what decides how much a partner earns by a line. A pure function: what it says depends
 * neither on the order in which rules are looked at nor on anything but what it is told.
 *
 * <p>First comes the rate that is agreed for the customer, then the rule that fits with the
 * greatest priority, then the rate of the partner, and else nothing, with the reason. Where several
 * rules that fit have the same priority: one for this partner before one for all, one that says
 * more of what it is for before one that says less (customers weigh more than products, and those
 * more than products that are left out), one that began later before one that began earlier, and at
 * last the one that was made first.
 */
public final class RuleChoice {

  private static final Comparator<RuleCandidate> BY_PRIORITY =
      Comparator.comparingInt(RuleCandidate::priority).reversed();
  private static final Comparator<RuleCandidate> BY_PARTNER =
      Comparator.comparing(rule -> rule.partnerId() == null);
  private static final Comparator<RuleCandidate> BY_SCOPE =
      Comparator.comparingInt(RuleCandidate::specificity).reversed();
  private static final Comparator<RuleCandidate> BY_START =
      Comparator.comparing(RuleCandidate::effectiveFrom).reversed();
  private static final Comparator<RuleCandidate> STRONGEST_FIRST =
      BY_PRIORITY
          .thenComparing(BY_PARTNER)
          .thenComparing(BY_SCOPE)
          .thenComparing(BY_START)
          .thenComparing(RuleCandidate::commissionId)
          .thenComparing(RuleCandidate::versionId);

  private RuleChoice() {}

  /**
   * What decides about a line.
   *
   * @param line what was sold
   * @param partner who earns
   * @param at the instant for which versions count
   * @param candidates versions of rules, in any order, also such as do not fit
   */
  public static Choice choose(
      LineFacts line, PartnerFacts partner, Instant at, List<RuleCandidate> candidates) {
    if (partner.accountRate() != null) {
      return new Choice.ByAccount(partner.accountRate());
    }
    Optional<RuleCandidate> rule = strongest(line, partner, at, candidates);
    if (rule.isPresent()) {
      return new Choice.ByRule(rule.get());
    }
    if (partner.defaultRate() != null) {
      return new Choice.ByPartner(partner.defaultRate());
    }
    return new Choice.None(
        candidates.stream().anyMatch(candidate -> isFor(candidate, partner))
            ? NoneReason.NO_RULE_FITS
            : NoneReason.NO_RULE);
  }

  /**
   * What decides about a line, with what became of each rule. Decides like {@link #choose}.
   *
   * @param line what was sold
   * @param partner who earns
   * @param at the instant for which versions count
   * @param candidates versions of rules, in any order, also such as do not fit
   */
  public static Explanation explain(
      LineFacts line, PartnerFacts partner, Instant at, List<RuleCandidate> candidates) {
    Choice choice = choose(line, partner, at, candidates);
    @Nullable RuleCandidate strongest = strongest(line, partner, at, candidates).orElse(null);
    List<Considered> considered =
        candidates.stream()
            .sorted(
                Comparator.comparing(
                        (RuleCandidate rule) -> misfit(rule, line, partner, at).isPresent())
                    .thenComparing(STRONGEST_FIRST))
            .map(rule -> new Considered(rule, verdict(rule, line, partner, at, strongest)))
            .toList();
    return new Explanation(choice, considered);
  }

  private static Optional<RuleCandidate> strongest(
      LineFacts line, PartnerFacts partner, Instant at, List<RuleCandidate> candidates) {
    return candidates.stream()
        .filter(rule -> misfit(rule, line, partner, at).isEmpty())
        .min(STRONGEST_FIRST);
  }

  private static Verdict verdict(
      RuleCandidate rule,
      LineFacts line,
      PartnerFacts partner,
      Instant at,
      @Nullable RuleCandidate strongest) {
    Optional<Verdict> misfit = misfit(rule, line, partner, at);
    if (misfit.isPresent() || strongest == null) {
      return misfit.orElseThrow();
    }
    if (partner.accountRate() != null) {
      return Verdict.ACCOUNT_RATE;
    }
    return STRONGEST_FIRST.compare(rule, strongest) == 0 ? Verdict.WON : weakness(rule, strongest);
  }

  /** In what a rule that fits falls short of the one that decides. */
  private static Verdict weakness(RuleCandidate rule, RuleCandidate winner) {
    if (BY_PRIORITY.compare(rule, winner) != 0) {
      return Verdict.LOWER_PRIORITY;
    }
    if (BY_PARTNER.compare(rule, winner) != 0) {
      return Verdict.FOR_ALL_PARTNERS;
    }
    if (BY_SCOPE.compare(rule, winner) != 0) {
      return Verdict.LESS_SPECIFIC;
    }
    return BY_START.compare(rule, winner) != 0 ? Verdict.BEGAN_EARLIER : Verdict.MADE_LATER;
  }

  /** Why a rule does not fit; empty: it does. */
  private static Optional<Verdict> misfit(
      RuleCandidate rule, LineFacts line, PartnerFacts partner, Instant at) {
    if (!rule.active()) {
      return Optional.of(Verdict.ARCHIVED);
    }
    if (!isFor(rule, partner)) {
      return Optional.of(Verdict.OTHER_PARTNER);
    }
    if (at.isBefore(rule.effectiveFrom())) {
      return Optional.of(Verdict.NOT_YET_EFFECTIVE);
    }
    if (rule.effectiveTo() != null && !at.isBefore(rule.effectiveTo())) {
      return Optional.of(Verdict.NO_LONGER_EFFECTIVE);
    }
    if (rule.terms().currency() != null && !rule.terms().currency().equals(line.currency())) {
      return Optional.of(Verdict.OTHER_CURRENCY);
    }
    if (!rule.customers().isEmpty() && !rule.customers().contains(line.customerId())) {
      return Optional.of(Verdict.OTHER_CUSTOMER);
    }
    return productMisfit(rule, line.productId());
  }

  private static Optional<Verdict> productMisfit(RuleCandidate rule, @Nullable UUID product) {
    if (product == null) {
      // Nobody knows whether it is one of those, so it is none of them.
      return rule.products().isEmpty() ? Optional.empty() : Optional.of(Verdict.NO_PRODUCT);
    }
    if (rule.excludedProducts().contains(product)) {
      return Optional.of(Verdict.PRODUCT_EXCLUDED);
    }
    return rule.products().isEmpty() || rule.products().contains(product)
        ? Optional.empty()
        : Optional.of(Verdict.OTHER_PRODUCT);
  }

  private static boolean isFor(RuleCandidate rule, PartnerFacts partner) {
    return rule.partnerId() == null || rule.partnerId().equals(partner.partnerId());
  }
}
