package com.dotmac.platform.domain.partners.commissions;

import org.jspecify.annotations.Nullable;

/**
 * Why a line of commission is what it is.
 *
 * @param terms by what is earned on that part of the invoice, and how much so far
 * @param pool the period over which tiers are counted; {@code null}: the invoice by itself
 */
public record CommissionGround(CommissionTerms terms, @Nullable CommissionPool pool) {}
