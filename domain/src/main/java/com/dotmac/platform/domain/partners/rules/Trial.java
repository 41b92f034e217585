package com.dotmac.platform.domain.partners.rules;

/**
 * What a sale earns by the rules that there are, and what it would earn with a draft.
 *
 * @param sale the sale
 * @param now what it earns
 * @param tried what it would earn
 */
public record Trial(Sale sale, Earning now, Earning tried) {}
