package com.dotmac.platform.domain.billing.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Chooses the rule that prices a line: one and never several, so that nobody has to reckon how
 * discounts add up.
 *
 * <p>Of those that apply the one with the highest priority wins. Where several have it: the one
 * about the plan before one about the product, the one for the customer alone before one for all,
 * the one that asks for more before one that asks for less, the one that began later before the
 * older, and at last the one that was made first. So the choice never depends on the order in which
 * rules are looked at.
 */
public final class PricingChoice {

  private static final Comparator<PricingTerms> WEAKEST_FIRST =
      Comparator.comparingInt((PricingTerms rule) -> rule.details().priority())
          .thenComparing(rule -> rule.scope().planId() != null)
          .thenComparing(rule -> rule.scope().customerId() != null)
          .thenComparing(rule -> rule.details().minQuantity())
          .thenComparing(rule -> rule.details().startsAt())
          .thenComparing(PricingTerms::ruleId, Comparator.reverseOrder());

  private PricingChoice() {}

  /**
   * The rule that prices a line; empty if none applies.
   *
   * @param rules those to choose from, in any order
   */
  public static Optional<PricingTerms> of(Collection<PricingTerms> rules, PricingQuestion line) {
    return rules.stream().filter(rule -> rule.appliesTo(line)).max(WEAKEST_FIRST);
  }
}
