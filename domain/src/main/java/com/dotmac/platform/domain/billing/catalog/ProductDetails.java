package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.Fraction;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a product and may be changed.
 *
 * @param name name for people, 1 to 255 characters; stands on invoices
 * @param categoryId group that it belongs to; {@code null}: none
 * @param taxRate fraction from 0 to 1 with at most six decimals that lines of it are taxed with
 *     from now on, 0.19 is 19 %
 */
public record ProductDetails(String name, @Nullable UUID categoryId, BigDecimal taxRate) {

  /** Puts the rate in the form in which it is stored and compared. */
  public ProductDetails {
    taxRate = Fraction.normalise(taxRate);
  }
}
