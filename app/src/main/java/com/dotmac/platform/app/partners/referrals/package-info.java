/**
 * Referrals over HTTP: for the tenant, and in the portal of a partner.
 *
 * <p>Owns no table; speaks to the domain's door.
 */
@NullMarked
package com.dotmac.platform.app.partners.referrals;

import org.jspecify.annotations.NullMarked;
