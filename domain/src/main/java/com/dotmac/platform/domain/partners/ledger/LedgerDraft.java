package com.dotmac.platform.domain.partners.ledger;

import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * A transaction to be entered: of one partner, in one currency, whose entries come to nothing.
 *
 * @param partnerId whose books
 * @param currency of all entries
 * @param kind why
 * @param postings the entries, two at the least
 */
public record LedgerDraft(
    UUID partnerId, Currency currency, LedgerKind kind, List<Posting> postings) {

  /**
   * Checks the balance. The database does so again at the commit.
   *
   * @throws IllegalArgumentException if there are no entries or their sum is not nothing
   * @throws ArithmeticException if the sum is beyond what can be held
   */
  public LedgerDraft {
    postings = List.copyOf(postings);
    long sum = 0;
    for (Posting posting : postings) {
      sum = Math.addExact(sum, posting.amount());
    }
    if (postings.isEmpty() || sum != 0) {
      throw new IllegalArgumentException(
          "A transaction of the ledger has entries that come to nothing, and not to " + sum);
    }
  }

  /**
   * Two entries: an amount from one account to another.
   *
   * @param debit account that the amount is added to
   * @param credit account that it is taken from
   * @param amount in minor units; negative: the other way round
   * @param commissionEventId the commission that it is about
   */
  public static LedgerDraft ofCommission(
      UUID partnerId,
      Currency currency,
      LedgerKind kind,
      LedgerAccount debit,
      LedgerAccount credit,
      long amount,
      UUID commissionEventId) {
    return new LedgerDraft(
        partnerId,
        currency,
        kind,
        List.of(
            Posting.ofCommission(debit, amount, commissionEventId),
            Posting.ofCommission(credit, Math.negateExact(amount), commissionEventId)));
  }

  /**
   * Two entries: an amount from one account to another.
   *
   * @param debit account that the amount is added to
   * @param credit account that it is taken from
   * @param amount in minor units
   * @param payoutId the payout that it is about
   */
  public static LedgerDraft ofPayout(
      UUID partnerId,
      Currency currency,
      LedgerKind kind,
      LedgerAccount debit,
      LedgerAccount credit,
      long amount,
      UUID payoutId) {
    return new LedgerDraft(
        partnerId,
        currency,
        kind,
        List.of(
            Posting.ofPayout(debit, amount, payoutId),
            Posting.ofPayout(credit, Math.negateExact(amount), payoutId)));
  }
}
