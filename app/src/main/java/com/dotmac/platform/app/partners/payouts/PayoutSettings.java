package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.domain.partners.payouts.PayoutProvider;
import com.dotmac.platform.domain.partners.payouts.PayoutProviders;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/** The section {@code payouts} of the configuration: who moves money to partners. */
public final class PayoutSettings {

  private boolean scriptedProvider;

  private final List<PayoutProvider> others = new ArrayList<>();

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
  public void add(PayoutProvider provider) {
    others.add(provider);
  }

  /** The providers of this installation. */
  public PayoutProviders providers() {
    List<PayoutProvider> all = new ArrayList<>(others);
    if (scriptedProvider) {
      all.add(new ScriptedPayouts());
    }
    return new PayoutProviders(all);
  }
}
