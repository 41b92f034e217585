package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.Money;

/**
 * What a line of a plan costs.
 *
 * @param unitAmount price of one for a whole cycle, before discount and tax
 * @param terms discount and tax
 */
public record PlanPrice(Money unitAmount, LineTerms terms) {}
