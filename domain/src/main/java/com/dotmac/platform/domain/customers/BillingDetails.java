package com.dotmac.platform.domain.customers;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How a customer is billed.
 *
 * @param address where bills are sent
 * @param currency what he is billed in; {@code null}: in the default currency that the tenant has
 *     then
 * @param taxId number under which he is known to the tax office, for his invoices; {@code null}:
 *     none
 * @param taxExempt whether no line for him is taxed
 */
public record BillingDetails(
    PostalAddress address, @Nullable Currency currency, @Nullable String taxId, boolean taxExempt) {

  /** Of a customer of whom nothing is said: taxed, in the currency of the tenant. */
  public static final BillingDetails USUAL =
      new BillingDetails(PostalAddress.UNKNOWN, null, null, false);
}
