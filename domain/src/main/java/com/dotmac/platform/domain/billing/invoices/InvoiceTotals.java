package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.shared.Money;
import java.util.Currency;
import java.util.List;

/**
 * What the lines of an invoice come to together: exact sums of amounts that were rounded by line.
 *
 * @param subtotal before discount and tax
 * @param discount taken off
 * @param tax on what remains
 */
public record InvoiceTotals(Money subtotal, Money discount, Money tax) {

  static InvoiceTotals of(Currency currency, List<LineDetails> lines) {
    Money subtotal = Money.zero(currency);
    Money discount = Money.zero(currency);
    Money tax = Money.zero(currency);
    for (LineDetails line : lines) {
      if (!line.unitPrice().currency().equals(currency)) {
        throw new InvoiceException.InvalidLine("All lines have the currency of the invoice.");
      }
      LineAmounts amounts = line.amounts();
      subtotal = subtotal.plus(amounts.gross());
      discount = discount.plus(amounts.discount());
      tax = tax.plus(amounts.tax());
    }
    return new InvoiceTotals(subtotal, discount, tax);
  }

  /** What the invoice is over. */
  public Money total() {
    return subtotal.minus(discount).plus(tax);
  }
}
