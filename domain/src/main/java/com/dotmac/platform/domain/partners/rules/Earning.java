package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.Money;

/**
 * What a sale earns.
 *
 * @param choice what decides
 * @param amount how much; of tiers that are counted over a period, what the sale adds, which is
 *     negative where it makes all that was sold before cheaper
 */
public record Earning(Choice choice, Money amount) {}
