package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Fraction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a partner's looking after a customer and may be changed.
 *
 * @param engagementType how the partner serves the customer, in the tenant's own words: a
 *     lower-case word of letters, digits and underscores, at most 50
 * @param customCommissionRate fraction from 0 to 1 that overrides the partner's; 0 is a rate;
 *     {@code null}: no override
 * @param notes for people, at most 2,000 characters; {@code null}: none
 */
public record PartnerAccountDetails(
    String engagementType, @Nullable BigDecimal customCommissionRate, @Nullable String notes) {

  /** Puts the rate in the form in which it is stored and compared. */
  public PartnerAccountDetails {
    customCommissionRate = Fraction.normaliseNullable(customCommissionRate);
  }
}
