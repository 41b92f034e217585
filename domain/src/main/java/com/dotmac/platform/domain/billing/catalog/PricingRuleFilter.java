package com.dotmac.platform.domain.billing.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which pricing rules a list shows.
 *
 * @param status only these; {@code null}: all
 * @param productId only those about this product; {@code null}: all
 * @param planId only those about this plan; {@code null}: all
 * @param customerId only those for this customer alone; {@code null}: all
 */
public record PricingRuleFilter(
    @Nullable CatalogStatus status,
    @Nullable UUID productId,
    @Nullable UUID planId,
    @Nullable UUID customerId) {}
