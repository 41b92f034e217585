package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.domain.billing.payments.PaymentProvider;
import com.dotmac.platform.domain.billing.payments.PaymentProviders;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/** The section {@code payments} of the configuration: who moves money. */
public final class PaymentSettings {

  private boolean scriptedProvider;

  private final List<PaymentProvider> others = new ArrayList<>();

  /** Whether there is a provider that only pretends. */
  @JsonProperty
  public boolean isScriptedProvider() {
    return scriptedProvider;
  }

  /** Sets whether there is one. */
  @JsonProperty
  public void setScriptedProvider(boolean scriptedProvider) {
    this.scriptedProvider = scriptedProvider;
  }

  /** Adds a provider that whoever embeds the application brings along. */
  @JsonIgnore
  public void add(PaymentProvider provider) {
    others.add(provider);
  }

  /** The providers of this installation. */
  PaymentProviders providers() {
    List<PaymentProvider> all = new ArrayList<>(others);
    if (scriptedProvider) {
      all.add(new ScriptedProvider());
    }
    return new PaymentProviders(all);
  }
}
