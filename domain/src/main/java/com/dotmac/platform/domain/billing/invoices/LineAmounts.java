package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.shared.Money;

/**
 * What a line comes to. Each of the three parts is rounded once, half away from zero, and the total
 * is their exact sum.
 *
 * @param gross quantity times price
 * @param discount what is taken off it; of its sign
 * @param tax on what remains
 */
public record LineAmounts(Money gross, Money discount, Money tax) {

  /** The greatest amount of a line: no sum of the lines of an invoice leaves 64 bits. */
  private static final long MOST = 1_000_000_000_000_000L;

  static LineAmounts of(LineDetails line) {
    Money gross;
    try {
      gross = line.unitPrice().times(line.quantity());
    } catch (ArithmeticException e) {
      throw tooMuch();
    }
    if (Math.abs(gross.minor()) >= MOST) {
      throw tooMuch();
    }
    Money discount = discount(line, gross);
    return new LineAmounts(gross, discount, gross.minus(discount).times(line.taxRate()));
  }

  /** What the line adds to the invoice. */
  public Money total() {
    return gross.minus(discount).plus(tax);
  }

  private static Money discount(LineDetails line, Money gross) {
    if (line.discountRate() != null) {
      return gross.times(line.discountRate());
    }
    Money discount = line.discount();
    if (discount == null) {
      return Money.zero(gross.currency());
    }
    if (!discount.isZero()
        && (discount.isNegative() != gross.isNegative()
            || Math.abs(discount.minor()) > Math.abs(gross.minor()))) {
      throw new InvoiceException.InvalidLine(
          "The discount of a line has the sign of its price and is no more than that.");
    }
    return discount;
  }

  private static InvoiceException.InvalidLine tooMuch() {
    return new InvoiceException.InvalidLine("A line comes to less than 10^15 minor units.");
  }
}
