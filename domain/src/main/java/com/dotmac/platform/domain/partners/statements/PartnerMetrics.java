package com.dotmac.platform.domain.partners.statements;

import com.dotmac.platform.domain.shared.Money;

/**
 * What a partner brought in and got in one currency over a period.
 *
 * @param earned what he earned
 * @param reversed what he lost of what he had earned, then or before
 * @param paid what reached him, less what came back
 * @param sales what the sum sold and paid for changed by; below zero: more was given back
 * @param lines how many lines of commission there were
 * @param customers of how many customers
 */
public record PartnerMetrics(
    Money earned, Money reversed, Money paid, Money sales, long lines, long customers) {

  /** What he earned, less what he lost. */
  public Money net() {
    return earned.minus(reversed);
  }
}
