package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.billing.payments.PaymentPatience;
import java.time.Instant;

/**
 * Something that a provider is to be asked, outside of any transaction.
 *
 * @param provider whom to ask
 * @param order what for
 * @param askedBefore whether it may have been asked for already: then the first question is what
 *     became of that
 * @param onlyLook whether it was done: then the only question is whether it still is
 * @param since when it was asked for first, in this attempt
 */
public record PayoutQuestion(
    PayoutProvider provider,
    PayoutProvider.Order order,
    boolean askedBefore,
    boolean onlyLook,
    Instant since) {

  /**
   * When to ask again, if no answer came.
   *
   * @param at now
   */
  public Instant again(Instant at) {
    return PaymentPatience.question(since, at);
  }
}
