/**
 * Money that customers pay: how, how much, for which invoices, and what of it goes back.
 *
 * <p>Owns {@code payment_methods}, {@code payments}, {@code payment_targets}, {@code
 * payment_allocations}, {@code payment_allocation_reversals}, {@code payment_refunds} and {@code
 * payment_disputes}. What is left of a payment is the credit of its customer; there is no other
 * record of it. Touches an invoice only through the door of invoices, and never keeps the number of
 * a card.
 */
@NullMarked
package com.dotmac.platform.domain.billing.payments;

import org.jspecify.annotations.NullMarked;
