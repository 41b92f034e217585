package com.dotmac.platform.domain.billing.invoices;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was billed by an invoice that is no draft: it never changes.
 *
 * @param id the invoice
 * @param customerId who was billed
 * @param currency of all amounts
 * @param total with tax, in minor units
 * @param sales what was sold, in the order of the lines
 */
public record BilledInvoice(
    UUID id, UUID customerId, Currency currency, long total, List<Sale> sales) {

  /** Takes a copy. */
  public BilledInvoice {
    sales = List.copyOf(sales);
  }

  /**
   * What was sold of a product.
   *
   * @param productId the product; {@code null}: a line without one
   * @param net after discount and without tax, in minor units; negative: given back
   */
  public record Sale(@Nullable UUID productId, long net) {}
}
