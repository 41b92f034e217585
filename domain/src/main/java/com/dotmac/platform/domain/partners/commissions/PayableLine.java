package com.dotmac.platform.domain.partners.commissions;

import java.util.UUID;

/**
 * A line that can be paid out.
 *
 * @param id the line
 * @param partnerId whose
 * @param amount in minor units; negative: was lost
 */
public record PayableLine(UUID id, UUID partnerId, long amount) {

  /**
   * The same line, taken.
   *
   * @param payoutId by what
   */
  public TakenLine takenBy(UUID payoutId) {
    return new TakenLine(id, partnerId, payoutId, amount);
  }
}
