package com.dotmac.platform.domain.partners.commissions;

import java.util.UUID;

/**
 * A line that a payout has taken.
 *
 * @param id the line
 * @param partnerId whose
 * @param payoutId by what
 * @param amount in minor units; negative: was lost
 */
public record TakenLine(UUID id, UUID partnerId, UUID payoutId, long amount) {}
