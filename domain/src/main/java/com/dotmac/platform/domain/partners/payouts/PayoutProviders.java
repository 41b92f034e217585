package com.dotmac.platform.domain.partners.payouts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who moves money to partners: people, with a list or a file for their bank, and the providers that
 * were set up.
 */
public final class PayoutProviders {

  /** People who pay from a list. */
  public static final String MANUAL = "manual";

  /** People who hand a file to their bank: pain.001 of ISO 20022. */
  public static final String BANK_FILE = "iso20022";

  private static final Set<String> BY_HAND = Set.of(MANUAL, BANK_FILE);

  private final Map<String, PayoutProvider> byCode = new HashMap<>();

  /**
   * The providers.
   *
   * @param providers those beside people
   * @throws IllegalArgumentException if two go by one name
   */
  public PayoutProviders(Collection<? extends PayoutProvider> providers) {
    for (PayoutProvider provider : providers) {
      if (BY_HAND.contains(provider.code()) || byCode.put(provider.code(), provider) != null) {
        throw new IllegalArgumentException("Two payout providers are called " + provider.code());
      }
    }
  }

  /** Whether there is any but people, so that there is work to be done. */
  public boolean needWork() {
    return !byCode.isEmpty();
  }

  /** The provider with a name; empty if this installation has none, or it is people. */
  public Optional<PayoutProvider> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Whether people move the money and say what became of it. */
  boolean isByHand(String code) {
    return BY_HAND.contains(code);
  }

  /**
   * Refuses a name that nobody goes by.
   *
   * @throws PayoutBatchException.ProviderNotSetUp if nobody does
   */
  void refuseUnlessKnown(String code) {
    if (!isByHand(code)) {
      get(code);
    }
  }

  /**
   * The provider of a batch that is kept.
   *
   * @throws PayoutBatchException.ProviderNotSetUp if this installation has it no longer
   */
  PayoutProvider get(String code) {
    return find(code).orElseThrow(() -> new PayoutBatchException.ProviderNotSetUp(code));
  }
}
