/**
 * Payouts of partners on the wire, in files for banks, and at providers.
 *
 * <p>Owns no table. Decides nothing: the doors are in the domain.
 */
@NullMarked
package com.dotmac.platform.app.partners.payouts;

import org.jspecify.annotations.NullMarked;
