package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.shared.Money;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A line of an invoice and what notes have taken back of it.
 *
 * <p>Tax is what the line's tax is in proportion to what is taken back in all, less what was taken
 * back before. So the parts of a line, however it is cut, come to the line, net and tax, and no
 * unit is left over or given twice.
 *
 * @param id of the line
 * @param description in words
 * @param taxRate as a fraction
 * @param net of the whole line; below nothing if it deducts
 * @param tax of the whole line
 * @param creditedNet what notes that stand have taken back, net
 * @param creditedTax what they have taken back of its tax
 */
record CreditableLine(
    UUID id,
    String description,
    BigDecimal taxRate,
    Money net,
    Money tax,
    Money creditedNet,
    Money creditedTax) {

  /** What is left of the line, with tax. */
  Money left() {
    return leftNet().plus(leftTax());
  }

  /** All that is left. */
  CreditedPart rest() {
    return new CreditedPart(this, leftNet(), leftTax());
  }

  /**
   * A part before tax.
   *
   * @throws CreditNoteException.LineExceeded if so much is not left, or it has the other sign
   */
  CreditedPart ofNet(Money part) {
    if (net.isNegative()) {
      return opposite().ofNet(part.negated()).opposite(this);
    }
    if (!part.isPositive() || part.exceeds(leftNet())) {
      throw new CreditNoteException.LineExceeded(id, leftNet());
    }
    Money due = tax.share(creditedNet.plus(part).minor(), net.minor()).minus(creditedTax);
    return new CreditedPart(this, part, between(part.minus(part), due, leftTax()));
  }

  /**
   * A part with its tax.
   *
   * @param part of the sign of the line, and not more than what is left
   */
  CreditedPart ofTotal(Money part) {
    if (net.isNegative()) {
      return opposite().ofTotal(part.negated()).opposite(this);
    }
    Money credited = creditedNet.plus(creditedTax).plus(part);
    Money due = net.share(credited.minor(), net.plus(tax).minor()).minus(creditedNet);
    Money lowest = part.minus(part.min(leftTax()));
    Money taken = between(lowest, due, part.min(leftNet()));
    return new CreditedPart(this, taken, part.minus(taken));
  }

  private Money leftNet() {
    return net.minus(creditedNet);
  }

  private Money leftTax() {
    return tax.minus(creditedTax);
  }

  private static Money between(Money lowest, Money wanted, Money highest) {
    Money atMost = wanted.min(highest);
    return lowest.exceeds(atMost) ? lowest : atMost;
  }

  private CreditableLine opposite() {
    return new CreditableLine(
        id,
        description,
        taxRate,
        net.negated(),
        tax.negated(),
        creditedNet.negated(),
        creditedTax.negated());
  }
}
