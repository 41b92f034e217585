/**
 * Invoices over HTTP.
 *
 * <p>Owns no table of its own; speaks to the domain's doors.
 */
@NullMarked
package com.dotmac.platform.app.billing.invoices;

import org.jspecify.annotations.NullMarked;
