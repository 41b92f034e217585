package com.dotmac.platform.domain.partners;

/**
 * How a tenant runs its partner programme, as it was settled.
 *
 * @param policy what counts
 * @param version grows by one with each change; 0: nothing was settled, and the usual counts
 */
public record SettledPolicy(PartnerPolicy policy, int version) {}
