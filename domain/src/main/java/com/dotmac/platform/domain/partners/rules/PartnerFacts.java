package com.dotmac.platform.domain.partners.rules;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the choice of a rule needs to know of the partner.
 *
 * @param partnerId the partner
 * @param accountRate agreed for the customer, 0 is a rate; {@code null}: nothing is agreed
 * @param defaultRate agreed for whatever no rule fits, 0 is a rate; {@code null}: nothing is agreed
 */
public record PartnerFacts(
    UUID partnerId, @Nullable BigDecimal accountRate, @Nullable BigDecimal defaultRate) {}
