/**
 * What partners earn and lose again, line by line.
 *
 * <p>Owns {@code partner_commission_events}. {@link
 * com.dotmac.platform.domain.partners.commissions.PayableLines} is the door for payouts, which take
 * lines by the thousand and never one by one.
 */
@NullMarked
package com.dotmac.platform.domain.partners.commissions;

import org.jspecify.annotations.NullMarked;
