package com.dotmac.platform.domain.billing.payments;

import java.time.Instant;

/**
 * Something that a provider is to be asked for, outside of any transaction.
 *
 * @param provider whom to ask
 * @param what what for
 * @param askedBefore whether it may have been asked for already: then the first question is what
 *     became of that
 * @param since when it was asked for first, in this attempt
 * @param <T> a charge or a refund
 */
public record ProviderOrder<T>(
    PaymentProvider provider, T what, boolean askedBefore, Instant since) {

  /**
   * When to ask again, if no answer came.
   *
   * @param at now
   */
  public Instant again(Instant at) {
    return PaymentPatience.question(since, at);
  }
}
