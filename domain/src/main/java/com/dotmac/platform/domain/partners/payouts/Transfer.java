package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.Money;
import java.util.UUID;

/**
 * Money that people are to move.
 *
 * @param payoutId the payout
 * @param key what the bank shows the partner and the tenant; at most 35 characters
 * @param amount how much
 * @param payee where to
 */
public record Transfer(UUID payoutId, String key, Money amount, BankAccount payee) {}
