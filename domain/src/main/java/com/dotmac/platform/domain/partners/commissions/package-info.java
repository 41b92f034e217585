/**
 * Commissions: what partners earn by the money that their customers pay, and lose again when it
 * goes back.
 *
 * <p>Owns {@code partner_commission_inputs}, {@code partner_commission_pools}, {@code
 * partner_commission_terms} and {@code partner_commission_events}. Is told the facts of billing and
 * never asks billing for amounts that may have changed since: what an invoice is worth is a sum
 * over the facts taken in, so facts may be told again, late, or in another order.
 */
@NullMarked
package com.dotmac.platform.domain.partners.commissions;

import org.jspecify.annotations.NullMarked;
