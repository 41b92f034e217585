package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.ledger.Balances;

/**
 * What the books say of a partner, or of all, in one currency, beside what his lines and payouts
 * say by themselves.
 *
 * @param books from the ledger
 * @param lines the same figures from the lines of commission and the payouts
 */
public record Reconciliation(Balances books, Balances lines) {

  /**
   * By how much the two differ, all differences added up without their signs, and by how much what
   * was earned differs from where it is now, in minor units. Nothing, or somebody has been at the
   * database.
   */
  public long drift() {
    long drift =
        Math.abs(
            books.earned()
                - books.reversed()
                + books.adjusted()
                + books.writtenOff()
                - books.held()
                - books.payable()
                + books.carried()
                - books.inFlight()
                - books.paid());
    drift += Math.abs(books.earned() - lines.earned());
    drift += Math.abs(books.reversed() - lines.reversed());
    drift += Math.abs(books.adjusted() - lines.adjusted());
    drift += Math.abs(books.writtenOff() - lines.writtenOff());
    drift += Math.abs(books.held() - lines.held());
    drift += Math.abs(books.payable() - lines.payable());
    drift += Math.abs(books.carried() - lines.carried());
    drift += Math.abs(books.inFlight() - lines.inFlight());
    return drift + Math.abs(books.paid() - lines.paid());
  }
}
