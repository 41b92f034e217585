package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.shared.Money;

/**
 * What a note takes back of a line.
 *
 * @param line of which
 * @param net before tax
 * @param tax of it
 */
record CreditedPart(CreditableLine line, Money net, Money tax) {

  Money total() {
    return net.plus(tax);
  }

  boolean isNothing() {
    return net.isZero() && tax.isZero();
  }

  CreditedPart opposite(CreditableLine of) {
    return new CreditedPart(of, net.negated(), tax.negated());
  }
}
