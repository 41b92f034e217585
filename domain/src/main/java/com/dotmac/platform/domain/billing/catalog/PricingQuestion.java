package com.dotmac.platform.domain.billing.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line that is about to be priced.
 *
 * @param productId what is sold
 * @param planId by which plan; {@code null}: by none
 * @param customerId to whom
 * @param quantity how many
 * @param at when: the instant for which the line is priced, not the one at which
 */
public record PricingQuestion(
    UUID productId, @Nullable UUID planId, UUID customerId, BigDecimal quantity, Instant at) {}
