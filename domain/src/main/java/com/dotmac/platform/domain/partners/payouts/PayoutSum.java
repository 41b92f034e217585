package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.Money;
import java.util.UUID;

/**
 * What the books need to know of a payout.
 *
 * @param id the payout
 * @param partnerId who is paid
 * @param amount how much
 */
record PayoutSum(UUID id, UUID partnerId, Money amount) {

  static PayoutSum of(Payout payout) {
    return new PayoutSum(payout.id(), payout.partnerId(), payout.amount());
  }
}
