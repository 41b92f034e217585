package com.dotmac.platform.domain.partners.rules;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is earned by the terms of a rule, as a function of what was sold and paid: a pure one, so
 * that what an event earns is what is earned after it less what was earned before, and no minor
 * unit is lost however money comes and goes.
 *
 * <p>Nothing sold earns nothing. Each part, the fixed one and the fraction, is exact until it is
 * rounded once to whole minor units, half away from zero.
 */
public final class CommissionFormula {

  private final RuleModel model;
  private final BigDecimal rate;
  private final long flatAmount;
  private final List<Tier> tiers;

  private CommissionFormula(RuleModel model, BigDecimal rate, long flatAmount, List<Tier> tiers) {
    this.model = model;
    this.rate = rate;
    this.flatAmount = flatAmount;
    this.tiers = tiers;
  }

  /** The function of some terms. */
  public static CommissionFormula of(Terms terms) {
    RuleModel model = terms.model();
    return new CommissionFormula(
        model,
        model.hasRate() ? requireNonNull(terms.rate()) : BigDecimal.ZERO,
        model.hasFlatAmount() ? requireNonNull(terms.flatAmount()) : 0,
        terms.tiers());
  }

  /**
   * The function of a rate that was agreed without a rule.
   *
   * @param rate fraction of what was sold
   */
  public static CommissionFormula ofRate(BigDecimal rate) {
    return new CommissionFormula(RuleModel.PERCENT, rate, 0, List.of());
  }

  /**
   * What is earned by some terms.
   *
   * @param terms by which
   * @param base see {@link #commission(long, long)}
   * @param commissionable see {@link #commission(long, long)}
   */
  public static long commission(Terms terms, long base, long commissionable) {
    return of(terms).commission(base, commissionable);
  }

  /**
   * What is earned.
   *
   * @param base what was sold without tax and is paid, in minor units, not negative: of the
   *     invoice, or of all that is counted together
   * @param commissionable what was sold on the invoice without tax, paid or not: a fixed amount is
   *     earned in full when all of it is paid, else as much of it. Does not matter to other models
   * @return minor units, not negative
   * @throws IllegalArgumentException if the base is negative, or a fixed amount is to be earned on
   *     more than there is
   * @throws ArithmeticException if it is more than can be held
   */
  public long commission(long base, long commissionable) {
    if (base < 0) {
      throw new IllegalArgumentException("The base of a commission is never negative");
    }
    return switch (model) {
      case PERCENT -> percent(base);
      case FLAT -> flat(base, commissionable);
      case HYBRID -> Math.addExact(flat(base, commissionable), percent(base));
      case GRADUATED -> CommissionArithmetic.rounded(CommissionArithmetic.graduated(tiers, base));
      case VOLUME -> CommissionArithmetic.rounded(CommissionArithmetic.volume(tiers, base));
    };
  }

  private long percent(long base) {
    return CommissionArithmetic.rounded(CommissionArithmetic.percent(rate, base));
  }

  private long flat(long base, long commissionable) {
    if (base > commissionable) {
      throw new IllegalArgumentException("No more of an invoice is paid than there is");
    }
    return CommissionArithmetic.share(flatAmount, base, commissionable);
  }
}
