package com.dotmac.platform.domain.partners.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One side of a transaction to be entered.
 *
 * @param account where
 * @param amount in minor units of the transaction's currency; positive: debit, negative: credit
 * @param commissionEventId the commission that it is about; {@code null}: a payout
 * @param payoutId the payout that it is about; {@code null}: a commission
 */
public record Posting(
    LedgerAccount account, long amount, @Nullable UUID commissionEventId, @Nullable UUID payoutId) {

  /**
   * Checks that it says how much and of what.
   *
   * @throws IllegalArgumentException if the amount is nothing, or it is about none or about both
   */
  public Posting {
    if (amount == 0) {
      throw new IllegalArgumentException("An entry of nothing says nothing");
    }
    if ((commissionEventId == null) == (payoutId == null)) {
      throw new IllegalArgumentException("An entry is about a commission or about a payout");
    }
  }

  /** About a commission. */
  public static Posting ofCommission(LedgerAccount account, long amount, UUID commissionEventId) {
    return new Posting(account, amount, commissionEventId, null);
  }

  /** About a payout. */
  public static Posting ofPayout(LedgerAccount account, long amount, UUID payoutId) {
    return new Posting(account, amount, null, payoutId);
  }
}
