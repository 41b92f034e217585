package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.shared.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is charged on a line of an invoice.
 *
 * @param description what for, 1 to 500 characters
 * @param quantity how many, more than 0, with at most six decimals and twelve digits before them
 * @param unitPrice price of one; negative where something is given back
 * @param discountRate discount as a fraction from 0 to 1 with at most six decimals; {@code null}:
 *     none by rate
 * @param discount discount as an amount, of the sign of the price and no more than it; {@code
 *     null}: none by amount
 * @param taxRate tax on what remains, as a fraction from 0 to 1 with at most six decimals
 * @param origin what of the catalogue it is for; {@code null}: nothing
 */
public record LineDetails(
    String description,
    BigDecimal quantity,
    Money unitPrice,
    @Nullable BigDecimal discountRate,
    @Nullable Money discount,
    BigDecimal taxRate,
    @Nullable LineOrigin origin) {

  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  /**
   * Checks the details and brings the numbers into the form of the database.
   *
   * @throws InvoiceException.InvalidLine if they cannot be
   */
  public LineDetails {
    quantity = exact(quantity);
    taxRate = exact(taxRate);
    discountRate = discountRate == null ? null : exact(discountRate);
    if (description.isBlank() || description.length() > 500) {
      throw new InvoiceException.InvalidLine("A line says what it is for, in 500 characters.");
    }
    if (quantity.signum() <= 0 || quantity.compareTo(MOST) >= 0) {
      throw new InvoiceException.InvalidLine("The quantity of a line lies between 0 and 10^12.");
    }
    if (discountRate != null && discount != null) {
      throw new InvoiceException.InvalidLine("A discount is a rate or an amount, and not both.");
    }
    if (!isRate(taxRate) || (discountRate != null && !isRate(discountRate))) {
      throw new InvoiceException.InvalidLine("A rate is a fraction from 0 to 1.");
    }
    if (discount != null && !discount.currency().equals(unitPrice.currency())) {
      throw new InvoiceException.InvalidLine("Price and discount have one currency.");
    }
  }

  /** A line for something that is not in the catalogue. */
  public LineDetails(
      String description,
      BigDecimal quantity,
      Money unitPrice,
      @Nullable BigDecimal discountRate,
      @Nullable Money discount,
      BigDecimal taxRate) {
    this(description, quantity, unitPrice, discountRate, discount, taxRate, null);
  }

  /**
   * What the line comes to.
   *
   * @throws InvoiceException.InvalidLine if the discount exceeds the price, or the amounts are
   *     beyond what can be held
   */
  public LineAmounts amounts() {
    return LineAmounts.of(this);
  }

  private static boolean isRate(BigDecimal rate) {
    return rate.signum() >= 0 && rate.compareTo(BigDecimal.ONE) <= 0;
  }

  private static BigDecimal exact(BigDecimal number) {
    try {
      return Money.factor(number);
    } catch (ArithmeticException e) {
      throw new InvoiceException.InvalidLine(
          "Quantities and rates have at most six decimals; none is rounded in silence.");
    }
  }
}
