package com.dotmac.platform.domain.billing.invoices;

import java.util.Currency;
import java.util.UUID;

/**
 * Somebody who may owe something.
 *
 * @param customerId the customer
 * @param currency in which currency
 */
public record Debtor(UUID customerId, Currency currency) {}
