package com.dotmac.platform.domain.partners.commissions;

import java.util.UUID;

/**
 * What the lines of a partner that can be paid out come to, in one currency.
 *
 * @param partnerId whose
 * @param lines how many there are, those of what was lost included
 * @param amount their sum in minor units; may be negative
 */
public record PayableSum(UUID partnerId, long lines, long amount) {}
