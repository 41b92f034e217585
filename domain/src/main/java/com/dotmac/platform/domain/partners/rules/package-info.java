/**
 * The rules by which partners earn: what they say and when, which of them decides about a sale, and
 * what comes of it.
 *
 * <p>Owns {@code partner_commissions}, {@code partner_commission_versions}, {@code
 * partner_commission_tiers} and {@code partner_commission_scopes}. Decides and reckons; never
 * writes what was earned: whoever does freezes the version that decided.
 */
@NullMarked
package com.dotmac.platform.domain.partners.rules;

import org.jspecify.annotations.NullMarked;
