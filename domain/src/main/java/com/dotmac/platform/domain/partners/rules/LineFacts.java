package com.dotmac.platform.domain.partners.rules;

import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the choice of a rule needs to know of a line of an invoice.
 *
 * @param productId what was sold; {@code null}: something that is not in the catalogue
 * @param customerId to whom
 * @param currency for what money
 */
public record LineFacts(@Nullable UUID productId, UUID customerId, Currency currency) {}
