package com.dotmac.platform.domain.partners.rules;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a rule says of how much is earned. Never changes: what was earned names the
 * version.
 *
 * @param versionId the version
 * @param model how it is reckoned
 * @param basis what tiers are counted over; of other models each invoice by itself
 * @param rate fraction of what was sold; {@code null}: the model has none
 * @param flatAmount for each invoice, in minor units; {@code null}: the model has none
 * @param tiers by growing start; empty: the model has none
 * @param currency of all its amounts, and of the invoices that it fits; {@code null}: any
 * @param durationMonths for how long it earns, see {@link DurationCap}; {@code null}: without end
 * @param firstPaymentOnly whether only the first payment of a customer earns
 * @param holdDays how long what is earned is held; {@code null}: as the tenant's settings say
 */
public record Terms(
    UUID versionId,
    RuleModel model,
    RuleBasis basis,
    @Nullable BigDecimal rate,
    @Nullable Long flatAmount,
    List<Tier> tiers,
    @Nullable Currency currency,
    @Nullable Integer durationMonths,
    boolean firstPaymentOnly,
    @Nullable Integer holdDays) {

  /** Takes a copy of the tiers. */
  public Terms {
    tiers = List.copyOf(tiers);
  }
}
