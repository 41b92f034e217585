package com.dotmac.platform.domain.partners.ledger;

import java.util.UUID;

/**
 * How one partner stands in one currency.
 *
 * @param partnerId who
 * @param balances how
 */
public record PartnerBalances(UUID partnerId, Balances balances) {}
