package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.partners.PartnerPolicy;
import com.dotmac.platform.domain.shared.Fraction;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a rule is to say; one that makes no sense cannot be made.
 *
 * @param model how it is reckoned
 * @param basis what tiers are counted over; of other models {@link RuleBasis#INVOICE}
 * @param rate of percent and hybrid: fraction from 0 to 1 with at most six decimals; else {@code
 *     null}
 * @param flatAmount of flat and hybrid: for each invoice, in minor units, positive; else {@code
 *     null}
 * @param tiers of graduated and volume: a {@link TierTable}; else empty
 * @param currency of all amounts; {@code null} for percent, and for it alone
 * @param durationMonths for how long it earns, 1 to 600; {@code null}: without end
 * @param firstPaymentOnly whether only the first payment of a customer earns
 * @param holdDays how long what is earned is held, 0 to 365; {@code null}: as the settings say
 * @param scope what it is for
 */
public record RuleDraft(
    RuleModel model,
    RuleBasis basis,
    @Nullable BigDecimal rate,
    @Nullable Long flatAmount,
    List<Tier> tiers,
    @Nullable Currency currency,
    @Nullable Integer durationMonths,
    boolean firstPaymentOnly,
    @Nullable Integer holdDays,
    RuleScope scope) {

  /** Most months for which a rule earns. */
  public static final int MAX_MONTHS = 600;

  /** Most days for which what is earned is held. */
  public static final int MAX_HOLD_DAYS = PartnerPolicy.MAX_HOLD_DAYS;

  /**
   * Refuses what makes no sense.
   *
   * @throws CommissionException.TermsWrong if a part is missing that the model needs, or there is
   *     one that it has no use for, one is out of its bounds, or tiers do not fit together
   */
  public RuleDraft {
    rate = Fraction.normaliseNullable(rate);
    tiers = List.copyOf(tiers);
    needs("/rate", model.hasRate(), rate != null, model);
    needs("/flatAmount", model.hasFlatAmount(), flatAmount != null, model);
    needs("/tiers", model.isTiered(), !tiers.isEmpty(), model);
    needs("/currency", model != RuleModel.PERCENT, currency != null, model);
    refuseIf(
        rate != null && (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0),
        "/rate",
        "must be from 0 to 1");
    refuseIf(flatAmount != null && flatAmount <= 0, "/flatAmount", "must be positive");
    refuseIf(
        basis != RuleBasis.INVOICE && !model.isTiered(),
        "/basis",
        "must be invoice: only tiers are counted over periods");
    refuseIf(
        durationMonths != null && (durationMonths < 1 || durationMonths > MAX_MONTHS),
        "/durationMonths",
        "must be from 1 to " + MAX_MONTHS);
    refuseIf(
        holdDays != null && (holdDays < 0 || holdDays > MAX_HOLD_DAYS),
        "/holdDays",
        "must be from 0 to " + MAX_HOLD_DAYS);
    refuseIf(
        !Collections.disjoint(scope.products(), scope.excludedProducts()),
        "/excludedProductIds",
        "must not name a product that the rule is for");
    if (model.isTiered()) {
      tiers = new TierTable(tiers).tiers();
    }
  }

  /**
   * The terms that a version would have.
   *
   * @param versionId the version
   */
  public Terms terms(UUID versionId) {
    return new Terms(
        versionId,
        model,
        basis,
        rate,
        flatAmount,
        tiers,
        currency,
        durationMonths,
        firstPaymentOnly,
        holdDays);
  }

  private static void needs(String place, boolean needed, boolean there, RuleModel model) {
    refuseIf(needed && !there, place, "is required for " + model.code());
    refuseIf(!needed && there, place, "must be absent for " + model.code());
  }

  private static void refuseIf(boolean wrong, String place, String why) {
    if (wrong) {
      throw new CommissionException.TermsWrong(place, why);
    }
  }
}
