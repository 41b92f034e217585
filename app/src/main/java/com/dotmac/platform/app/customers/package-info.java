/**
 * Customers over HTTP.
 *
 * <p>Owns no table of its own; speaks to the domain's door.
 */
@NullMarked
package com.dotmac.platform.app.customers;

import org.jspecify.annotations.NullMarked;
