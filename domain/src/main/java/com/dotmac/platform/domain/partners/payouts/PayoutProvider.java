package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.billing.payments.ProviderAnswer;
import com.dotmac.platform.domain.billing.payments.ProviderUnreachableException;
import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Who moves money to partners by himself. Asked outside of transactions; does what he is asked for
 * once per key, however often he is asked.
 */
public interface PayoutProvider {

  /** Its name in batches: a lower-case word. */
  String code();

  /**
   * Pays.
   *
   * @throws ProviderUnreachableException if it is not known what became of it
   */
  ProviderAnswer pay(Order order) throws ProviderUnreachableException;

  /**
   * What became of a payout. What was done may be refused later: the money came back.
   *
   * @param key its key
   * @return empty if the provider never heard of it
   * @throws ProviderUnreachableException if the provider does not say
   */
  Optional<ProviderAnswer> look(String key) throws ProviderUnreachableException;

  /**
   * Money to be sent.
   *
   * @param key what is done once: the payout and the number of the attempt; at most 35 characters
   * @param amount how much
   * @param payee where to
   * @param at when the money moves, as far as the provider does not know better
   */
  record Order(String key, Money amount, BankAccount payee, Instant at) {}
}
