package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.Fraction;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a pricing rule gives, when, and how strong it is; may be changed for lines to come.
 *
 * @param name name for people, 1 to 255 characters
 * @param minQuantity the rule is for lines of at least so many; 0: for all
 * @param discountRate fraction from 0 to 1 with at most six decimals that is taken off, 0.1 is 10 %
 * @param startsAt first instant at which it applies
 * @param endsAt first instant at which it applies no longer; {@code null}: it does not end
 * @param priority of several rules that apply the one with the highest wins; may be negative
 */
public record PricingRuleDetails(
    String name,
    BigDecimal minQuantity,
    BigDecimal discountRate,
    Instant startsAt,
    @Nullable Instant endsAt,
    int priority) {

  /**
   * Puts the numbers in the form in which they are stored and compared.
   *
   * @throws PricingRuleException.PeriodEmpty if it ends before it applies at all
   */
  public PricingRuleDetails {
    minQuantity = Quantity.normalise(minQuantity);
    discountRate = Fraction.normalise(discountRate);
    if (endsAt != null && !startsAt.isBefore(endsAt)) {
      throw new PricingRuleException.PeriodEmpty();
    }
  }
}
