package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.Fraction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule with all that it says.
 *
 * @param commissionId the rule
 * @param number place among the versions of the rule, from 1
 * @param period when it counts
 * @param terms how much is earned
 * @param scope what it is for
 * @param createdAt when it was made
 */
public record RuleVersion(
    UUID commissionId,
    int number,
    EffectivePeriod period,
    Terms terms,
    RuleScope scope,
    Instant createdAt) {

  /** What the audit trail keeps of a version. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("versionNumber", number);
    state.put("effectiveFrom", period.from().toString());
    state.put("effectiveTo", period.to() == null ? null : period.to().toString());
    state.put("model", terms.model().code());
    state.put("basis", terms.basis().code());
    state.put("rate", Fraction.text(terms.rate()));
    state.put("flatAmount", terms.flatAmount());
    state.put("currency", terms.currency() == null ? null : terms.currency().getCurrencyCode());
    state.put("tiers", terms.tiers().stream().map(RuleVersion::text).toList());
    state.put("durationMonths", terms.durationMonths());
    state.put("firstPaymentOnly", terms.firstPaymentOnly());
    state.put("holdDays", terms.holdDays());
    state.put("products", texts(scope.products()));
    state.put("excludedProducts", texts(scope.excludedProducts()));
    state.put("customers", texts(scope.customers()));
    return state;
  }

  private static String text(Tier tier) {
    return "from "
        + tier.fromAmount()
        + ": "
        + Fraction.text(tier.rate())
        + (tier.flatAmount() == 0 ? "" : " and " + tier.flatAmount());
  }

  private static List<String> texts(Set<UUID> ids) {
    return ids.stream().map(UUID::toString).sorted().toList();
  }
}
