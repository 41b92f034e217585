package com.dotmac.platform.domain.billing.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The providers of an installation: {@code manual}, and those that were set up. */
public final class PaymentProviders {

  private final Map<String, PaymentProvider> byCode = new HashMap<>();

  /**
   * The providers.
   *
   * @param others those beside {@code manual}
   * @throws IllegalArgumentException if two go by one name
   */
  public PaymentProviders(Collection<? extends PaymentProvider> others) {
    byCode.put(ManualProvider.CODE, new ManualProvider());
    for (PaymentProvider provider : others) {
      if (byCode.put(provider.code(), provider) != null) {
        throw new IllegalArgumentException("Two payment providers are called " + provider.code());
      }
    }
  }

  /** What they are called. */
  public Set<String> codes() {
    return Set.copyOf(byCode.keySet());
  }

  /** Whether any has to be asked outside of transactions, so that there is work to be done. */
  public boolean needWork() {
    return byCode.values().stream().anyMatch(provider -> !provider.answersAtOnce());
  }

  /** The provider with a name; empty if this installation has none. */
  public Optional<PaymentProvider> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The provider of a payment or method that is kept.
   *
   * @throws PaymentException.ProviderNotSetUp if this installation has it no longer
   */
  PaymentProvider get(String code) {
    return find(code).orElseThrow(() -> new PaymentException.ProviderNotSetUp(code));
  }
}
