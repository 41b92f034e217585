package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.catalog.LineTerms;
import com.dotmac.platform.domain.shared.Fraction;
import java.math.BigDecimal;

/**
 * What a period was priced with beside the price of the plan; kept, so that what is given back of
 * it is what was taken.
 *
 * @param discountRate fraction from 0 to 1
 * @param taxRate fraction from 0 to 1
 */
record PeriodTerms(BigDecimal discountRate, BigDecimal taxRate) {

  /** Puts the rates in the form in which they are stored and compared. */
  PeriodTerms {
    discountRate = Fraction.normalise(discountRate);
    taxRate = Fraction.normalise(taxRate);
  }

  static PeriodTerms of(LineTerms terms) {
    return new PeriodTerms(terms.discountRate(), terms.taxRate());
  }
}
