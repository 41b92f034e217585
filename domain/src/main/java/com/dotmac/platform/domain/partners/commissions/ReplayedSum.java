package com.dotmac.platform.domain.partners.commissions;

import java.util.Currency;

/**
 * What a period came to and would have come to, in one currency; all in minor units.
 *
 * @param currency of all amounts
 * @param base by how much what was paid and earns, or might, grew; negative: it shrank
 * @param booked what was earned by it less what was taken back
 * @param tried what that would have been
 */
public record ReplayedSum(Currency currency, long base, long booked, long tried) {

  ReplayedSum plus(ReplayedSum other) {
    return new ReplayedSum(
        currency,
        Math.addExact(base, other.base),
        Math.addExact(booked, other.booked),
        Math.addExact(tried, other.tried));
  }
}
