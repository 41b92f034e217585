package com.dotmac.platform.domain.partners.ledger;

import java.util.Currency;
import java.util.UUID;

/**
 * What changed in the books of a partner in one currency over a period. All amounts are in minor
 * units, and by how much more he was owed at its end than at its start; negative: less.
 *
 * <p>Always {@code earned + reversed + adjusted + writtenOff + paidOut + returned = held + payable
 * + inFlight}.
 *
 * @param partnerId whose books
 * @param currency of all amounts
 * @param earned what was earned; not negative
 * @param reversed what was lost again or cancelled
 * @param adjusted what was given by hand, less what was taken
 * @param writtenOff debts that were let off
 * @param paidOut what left the house; not positive
 * @param returned what came back; not negative
 * @param held the change of what is held back
 * @param payable the change of what is to be paid out, less what is carried
 * @param inFlight the change of what is in payouts that have not ended
 */
public record Movements(
    UUID partnerId,
    Currency currency,
    long earned,
    long reversed,
    long adjusted,
    long writtenOff,
    long paidOut,
    long returned,
    long held,
    long payable,
    long inFlight) {

  /** Nothing changed. */
  public static Movements none(UUID partnerId, Currency currency) {
    return new Movements(partnerId, currency, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
