package com.dotmac.platform.domain.billing.invoices;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the catalogue a line is for.
 *
 * @param productId what is sold
 * @param planId by which plan of it; {@code null}: by none
 * @param pricingRuleId the rule that gave the discount; {@code null}: none did
 */
public record LineOrigin(UUID productId, @Nullable UUID planId, @Nullable UUID pricingRuleId) {}
