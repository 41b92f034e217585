package com.dotmac.platform.domain.partners.ledger;

import java.util.Currency;

/**
 * How a partner, or all of them, stand in one currency. All amounts are in minor units; only what
 * was adjusted can be negative.
 *
 * <p>Always {@code earned - reversed + adjusted + writtenOff = held + payable - carried + inFlight
 * + paid}.
 *
 * @param currency of all amounts
 * @param earned all that was ever earned
 * @param reversed what of it was lost again, cancelled included
 * @param adjusted what was given by hand, less what was taken
 * @param writtenOff debts that were let off
 * @param held owed, and held back for now
 * @param payable owed, and to be paid out
 * @param inFlight in payouts that have not ended
 * @param paid left the house
 * @param carried what the partner owes, which the next payouts are short of
 */
public record Balances(
    Currency currency,
    long earned,
    long reversed,
    long adjusted,
    long writtenOff,
    long held,
    long payable,
    long inFlight,
    long paid,
    long carried) {

  /**
   * Those of two together.
   *
   * @throws IllegalArgumentException if the currencies differ
   * @throws ArithmeticException if a sum is beyond what can be held
   */
  public Balances plus(Balances other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("No sum of " + currency + " and " + other.currency);
    }
    return new Balances(
        currency,
        Math.addExact(earned, other.earned),
        Math.addExact(reversed, other.reversed),
        Math.addExact(adjusted, other.adjusted),
        Math.addExact(writtenOff, other.writtenOff),
        Math.addExact(held, other.held),
        Math.addExact(payable, other.payable),
        Math.addExact(inFlight, other.inFlight),
        Math.addExact(paid, other.paid),
        Math.addExact(carried, other.carried));
  }
}
