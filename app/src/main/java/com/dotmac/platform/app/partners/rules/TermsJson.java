package com.dotmac.platform.app.partners.rules;

import com.dotmac.platform.app.http.Amount;
import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.Rate;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.partners.rules.CommissionException;
import com.dotmac.platform.domain.partners.rules.RuleBasis;
import com.dotmac.platform.domain.partners.rules.RuleDraft;
import com.dotmac.platform.domain.partners.rules.RuleModel;
import com.dotmac.platform.domain.partners.rules.RuleScope;
import com.dotmac.platform.domain.partners.rules.Terms;
import com.dotmac.platform.domain.partners.rules.Tier;
import com.dotmac.platform.domain.partners.rules.TierTable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a rule says, on the wire. All amounts in it are minor units of its one currency. */
final class TermsJson {

  /** Where terms stand in a body. */
  private static final String PLACE = "/terms";

  /** Most products or customers that a rule names in one list. */
  private static final int MOST_NAMED = 100;

  private TermsJson() {}

  /**
   * A tier: what is sold beyond {@code fromAmount}, up to and with where the next begins. Without
   * {@code flatAmount} nothing is fixed.
   */
  record TierJson(
      @NotNull @Amount String fromAmount,
      @NotNull @Rate BigDecimal rate,
      @Nullable @Amount String flatAmount) {

    private Tier tier() {
      return new Tier(
          Long.parseLong(fromAmount), rate, flatAmount == null ? 0 : Long.parseLong(flatAmount));
    }
  }

  /**
   * What a rule is to say. Which fields it needs depends on the model: {@code percent} a rate,
   * {@code flat} a fixed amount, {@code hybrid} both, {@code graduated} and {@code volume} tiers;
   * all but {@code percent} a currency. Tiers are counted over each invoice by itself where {@code
   * basis} is left out. Without {@code holdDays} the settings decide, without {@code
   * durationMonths} it earns without end, and without products or customers it is for all.
   */
  record Wish(
      @NotNull RuleModel model,
      @Nullable RuleBasis basis,
      @Nullable @Rate BigDecimal rate,
      @Nullable @Amount String flatAmount,
      @Nullable @CurrencyCode String currency,
      @Nullable @Size(max = TierTable.MAX_TIERS) List<@NotNull @Valid TierJson> tiers,
      @Nullable @Min(1) @Max(RuleDraft.MAX_MONTHS) Integer durationMonths,
      @Nullable Boolean firstPaymentOnly,
      @Nullable @Min(0) @Max(RuleDraft.MAX_HOLD_DAYS) Integer holdDays,
      @Nullable @Size(max = MOST_NAMED) List<@NotNull UUID> productIds,
      @Nullable @Size(max = MOST_NAMED) List<@NotNull UUID> excludedProductIds,
      @Nullable @Size(max = MOST_NAMED) List<@NotNull UUID> customerIds) {

    /**
     * The same for the domain.
     *
     * @throws CommissionException.TermsWrong if it makes no sense, with the place in the body
     */
    RuleDraft draft() {
      try {
        return new RuleDraft(
            model,
            Objects.requireNonNullElse(basis, RuleBasis.INVOICE),
            rate,
            flatAmount == null ? null : Long.valueOf(flatAmount),
            tiers == null ? List.of() : tiers.stream().map(TierJson::tier).toList(),
            currency == null ? null : Currency.getInstance(currency),
            durationMonths,
            Boolean.TRUE.equals(firstPaymentOnly),
            holdDays,
            new RuleScope(set(productIds), set(excludedProductIds), set(customerIds)));
      } catch (CommissionException.TermsWrong e) {
        throw e.within(PLACE);
      }
    }

    private static Set<UUID> set(@Nullable List<UUID> ids) {
      return ids == null ? Set.of() : new HashSet<>(ids);
    }
  }

  /** A tier as callers see it. */
  record TierView(String fromAmount, String rate, String flatAmount) {

    private static TierView of(Tier tier) {
      return new TierView(
          Long.toString(tier.fromAmount()),
          Objects.requireNonNull(RateJson.text(tier.rate())),
          Long.toString(tier.flatAmount()));
    }
  }

  /** What a rule says, as callers see it. */
  record View(
      RuleModel model,
      RuleBasis basis,
      @Nullable String rate,
      @Nullable String flatAmount,
      @Nullable String currency,
      List<TierView> tiers,
      @Nullable Integer durationMonths,
      boolean firstPaymentOnly,
      @Nullable Integer holdDays,
      List<UUID> productIds,
      List<UUID> excludedProductIds,
      List<UUID> customerIds) {

    static View of(Terms terms, RuleScope scope) {
      return new View(
          terms.model(),
          terms.basis(),
          RateJson.text(terms.rate()),
          terms.flatAmount() == null ? null : Long.toString(terms.flatAmount()),
          terms.currency() == null ? null : terms.currency().getCurrencyCode(),
          terms.tiers().stream().map(TierView::of).toList(),
          terms.durationMonths(),
          terms.firstPaymentOnly(),
          terms.holdDays(),
          sorted(scope.products()),
          sorted(scope.excludedProducts()),
          sorted(scope.customers()));
    }

    private static List<UUID> sorted(Collection<UUID> ids) {
      return ids.stream().sorted().toList();
    }
  }
}
