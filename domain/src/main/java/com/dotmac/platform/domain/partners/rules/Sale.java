package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was sold, or might be: an invoice with one line that is paid in full at once.
 *
 * @param customerId to whom
 * @param productId what; {@code null}: something that is not in the catalogue
 * @param amount for how much, without tax, not negative
 * @param at when it was paid
 */
public record Sale(UUID customerId, @Nullable UUID productId, Money amount, Instant at) {

  /** The line of the invoice. */
  LineFacts line() {
    return new LineFacts(productId, customerId, amount.currency());
  }
}
