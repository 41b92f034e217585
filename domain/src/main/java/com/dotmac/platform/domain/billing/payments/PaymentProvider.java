package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who moves money. Asked outside of transactions, save one that answers at once; does what it is
 * asked for once per key, however often it is asked.
 */
public interface PaymentProvider {

  /** Its name in payments and methods: a lower-case word, {@code manual}. */
  String code();

  /** Whether it answers without asking anybody, so that it may be asked within a transaction. */
  boolean answersAtOnce();

  /**
   * Draws money.
   *
   * @throws ProviderUnreachableException if it is not known what became of it
   */
  ProviderAnswer charge(Charge charge) throws ProviderUnreachableException;

  /**
   * What became of a charge.
   *
   * @param key its key
   * @return empty if the provider never heard of it
   * @throws ProviderUnreachableException if the provider does not say
   */
  Optional<ProviderAnswer> charged(String key) throws ProviderUnreachableException;

  /**
   * Sends money back.
   *
   * @throws ProviderUnreachableException if it is not known what became of it
   */
  ProviderAnswer refund(Refund refund) throws ProviderUnreachableException;

  /**
   * What became of a refund.
   *
   * @param key its key
   * @return empty if the provider never heard of it
   * @throws ProviderUnreachableException if the provider does not say
   */
  Optional<ProviderAnswer> refunded(String key) throws ProviderUnreachableException;

  /**
   * Money to be drawn.
   *
   * @param key what is done once: the payment and the number of the attempt
   * @param amount how much
   * @param method what the provider calls the customer's method; {@code null}: it needs none
   * @param at when the money moves, as far as the provider does not know better
   */
  record Charge(String key, Money amount, @Nullable String method, Instant at) {}

  /**
   * Money to be sent back.
   *
   * @param key what is done once: the refund
   * @param payment what the provider calls the payment; {@code null}: it has no name
   * @param amount how much
   * @param at when the money moves, as far as the provider does not know better
   */
  record Refund(String key, @Nullable String payment, Money amount, Instant at) {}
}
