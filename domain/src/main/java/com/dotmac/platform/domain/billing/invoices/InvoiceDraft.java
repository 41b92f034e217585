package com.dotmac.platform.domain.billing.invoices;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice is made of while it is a draft.
 *
 * @param customerId who will owe it
 * @param currency of all its amounts
 * @param paymentDays days from the issue until it is due, 0 to 365
 * @param memo words for the customer, at most 1000 characters; {@code null}: none
 * @param lines what is charged, at most {@value #MOST_LINES}
 */
public record InvoiceDraft(
    UUID customerId,
    Currency currency,
    int paymentDays,
    @Nullable String memo,
    List<LineDetails> lines) {

  /** Days until an invoice is due where nobody says. */
  public static final int DEFAULT_PAYMENT_DAYS = 30;

  /** Lines that an invoice can have. */
  public static final int MOST_LINES = 1000;

  /**
   * Takes a copy.
   *
   * @throws InvoiceException.InvalidLine if there are too many lines
   */
  public InvoiceDraft {
    lines = List.copyOf(lines);
    if (lines.size() > MOST_LINES) {
      throw new InvoiceException.InvalidLine("An invoice has at most " + MOST_LINES + " lines.");
    }
  }

  /** The same with other lines. */
  public InvoiceDraft withLines(List<LineDetails> others) {
    return new InvoiceDraft(customerId, currency, paymentDays, memo, others);
  }
}
