package com.dotmac.platform.domain.partners.tiers;

/**
 * How a tenant has tiers reckoned, as it was settled.
 *
 * @param program what counts
 * @param version grows by one with each change; 0: nothing was settled, and nobody is moved
 */
public record SettledTiers(TierProgram program, int version) {}
