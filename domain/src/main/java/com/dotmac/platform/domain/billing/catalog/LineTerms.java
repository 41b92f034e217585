package com.dotmac.platform.domain.billing.catalog;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a line beside its unit price, to be frozen in it.
 *
 * @param productId what is sold
 * @param planId by which plan; {@code null}: by none
 * @param description name of the plan or product, for people
 * @param discountRate fraction from 0 to 1 that is taken off; 0: nothing
 * @param pricingRuleId the rule that gives the discount; {@code null}: none applies
 * @param taxRate fraction from 0 to 1 that the line is taxed with; 0 for a customer who is exempt
 */
public record LineTerms(
    UUID productId,
    @Nullable UUID planId,
    String description,
    BigDecimal discountRate,
    @Nullable UUID pricingRuleId,
    BigDecimal taxRate) {}
