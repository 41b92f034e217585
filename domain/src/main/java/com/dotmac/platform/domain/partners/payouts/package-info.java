/**
 * What partners are paid: batches, payouts, and whoever moves the money.
 *
 * <p>Owns {@code partner_payout_batches}, {@code partner_payouts}, {@code partner_payout_lines},
 * {@code partner_payee_accounts} and {@code partner_payer_accounts}. Takes lines of commission
 * through their door, and enters what it does into the books.
 */
@NullMarked
package com.dotmac.platform.domain.partners.payouts;

import org.jspecify.annotations.NullMarked;
