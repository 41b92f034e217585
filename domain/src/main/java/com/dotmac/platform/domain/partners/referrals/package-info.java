/**
 * Prospects that partners name, on their way to becoming customers.
 *
 * <p>Owns {@code partner_referrals}. Makes customers and accounts through the doors of those, and
 * never tells a partner what another has.
 */
@NullMarked
package com.dotmac.platform.domain.partners.referrals;

import org.jspecify.annotations.NullMarked;
