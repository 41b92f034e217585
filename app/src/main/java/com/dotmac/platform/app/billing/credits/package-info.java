/**
 * Credit notes, what they are applied to, and the credit of customers, over HTTP.
 *
 * <p>Owns no table of its own; speaks to the domain's doors.
 */
@NullMarked
package com.dotmac.platform.app.billing.credits;

import org.jspecify.annotations.NullMarked;
