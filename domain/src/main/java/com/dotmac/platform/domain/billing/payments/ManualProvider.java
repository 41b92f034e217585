package com.dotmac.platform.domain.billing.payments;

import java.util.Optional;

/** Money that people move and record: whatever they say was done was done. */
final class ManualProvider implements PaymentProvider {

  /** Its name. */
  static final String CODE = "manual";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public boolean answersAtOnce() {
    return true;
  }

  @Override
  public ProviderAnswer charge(Charge charge) {
    return new ProviderAnswer.Done(null, charge.at());
  }

  @Override
  public Optional<ProviderAnswer> charged(String key) {
    return Optional.empty();
  }

  @Override
  public ProviderAnswer refund(Refund refund) {
    return new ProviderAnswer.Done(null, refund.at());
  }

  @Override
  public Optional<ProviderAnswer> refunded(String key) {
    return Optional.empty();
  }
}
